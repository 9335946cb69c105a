using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Data;

public sealed class MnistFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Four_small_files_make_a_data_set(string ending)
    {
        WriteAll(ending);

        var set = MnistFolder.Load(folder.Path);

        Assert.Equal(("mnist", new Shape(1, 2, 3), 10), (set.Name, set.Shape, set.Classes));
        Assert.Equal((3, 2), (set.Training.Count, set.Test.Count));
        Assert.Equal([5, 0, 9], set.Training.Labels.ToArray());
    }

    [Fact]
    public void Pixels_are_scaled_to_mean_and_deviation_of_mnist()
    {
        WriteAll(ending: string.Empty);
        var (features, labels) = (new float[12], new int[2]);

        MnistFolder.Load(folder.Path).Training.Gather([2, 0], features, labels);

        Assert.Equal([9, 5], labels);
        byte[] pixels = [12, 13, 14, 15, 16, 17, 0, 1, 2, 3, 4, 5];
        Sample.Close([.. pixels.Select(pixel => (pixel / 255.0 - .1307) / .3081)], features, 1e-6, "pixels");
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-labels-idx1-ubyte")]
    public void A_missing_file_is_named(string name)
    {
        WriteAll(ending: string.Empty);
        File.Delete(Path.Combine(folder.Path, name));

        Assert.Contains(Path.Combine(folder.Path, name), Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_images_and_labels_that_differ_are_refused()
    {
        WriteAll(ending: string.Empty);
        folder.Write("train-labels-idx1-ubyte", TemporaryFolder.Idx([2], [1, 2]));

        var refusal = Refusal();

        Assert.Contains("train-images-idx3-ubyte has 3 images", refusal, StringComparison.Ordinal);
        Assert.Contains("train-labels-idx1-ubyte has 2 labels", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_no_digit_is_refused()
    {
        WriteAll(ending: string.Empty);
        folder.Write("t10k-labels-idx1-ubyte", TemporaryFolder.Idx([2], [3, 10]));

        var refusal = Refusal();

        Assert.Contains("t10k-labels-idx1-ubyte", refusal, StringComparison.Ordinal);
        Assert.Contains("label 10 of image 1", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_images_of_another_shape_are_refused()
    {
        WriteAll(ending: string.Empty);
        folder.Write("t10k-images-idx3-ubyte", TemporaryFolder.Idx([2, 3, 2], new byte[12]));

        Assert.Contains("training images are 1×2×3, test images 1×3×2", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_in_place_of_images_are_refused()
    {
        WriteAll(ending: string.Empty);
        folder.Write("train-images-idx3-ubyte", TemporaryFolder.Idx([30], new byte[30]));

        Assert.Contains("is not an IDX file", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_repository_has_the_whole_of_mnist()
    {
        var set = RealMnist.Set;

        Assert.Equal((60_000, 10_000), (set.Training.Count, set.Test.Count));
        Assert.Equal(new Shape(1, 28, 28), set.Shape);
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], set.Training.Labels[..10].ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], set.Test.Labels[..10].ToArray());
        Assert.Equal(10, set.Training.Labels.ToArray().Distinct().Count());
    }

    [Fact]
    public void The_training_images_have_mean_zero_and_deviation_one()
    {
        const int batch = 1000;
        var features = new float[batch * 784];
        var (sum, squares) = (0.0, 0.0);
        for (var start = 0; start < 60_000; start += batch)
        {
            RealMnist.Set.Training.Gather([.. Enumerable.Range(start, batch)], features, new int[batch]);
            foreach (var value in features)
            {
                sum += value;
                squares += (double)value * value;
            }
        }

        Assert.Equal(0, sum / 60_000 / 784, 1e-3);
        Assert.Equal(1, squares / 60_000 / 784, 1e-3);
    }

    private void WriteAll(string ending)
    {
        byte[] Pixels(int count) => [.. Enumerable.Range(0, count * 6).Select(i => (byte)i)];
        folder.Write("train-images-idx3-ubyte" + ending, TemporaryFolder.Idx([3, 2, 3], Pixels(3)));
        folder.Write("train-labels-idx1-ubyte" + ending, TemporaryFolder.Idx([3], [5, 0, 9]));
        folder.Write("t10k-images-idx3-ubyte" + ending, TemporaryFolder.Idx([2, 2, 3], Pixels(2)));
        folder.Write("t10k-labels-idx1-ubyte" + ending, TemporaryFolder.Idx([2], [1, 2]));
    }

    private string Refusal() => Assert.Throws<DataSetException>(() => MnistFolder.Load(folder.Path)).Message;
}
