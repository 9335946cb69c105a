using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Data;

/// <summary>Files in the form of Fashion-MNIST's, made here: the real ones are not in the repository.</summary>
public sealed class FashionMnistFolderTests : IDisposable
{
    private const int Side = 28;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_loader_of_mnist_reads_it_with_a_normalisation_of_its_own()
    {
        WriteAll();
        var (features, labels) = (new float[Side * Side], new int[1]);

        var set = FashionMnistFolder.Load(folder.Path);
        set.Training.Gather([2], features, labels);

        Assert.Equal(("fashion-mnist", new Shape(1, Side, Side), 10), (set.Name, set.Shape, set.Classes));
        Assert.Equal((4, 2), (set.Training.Count, set.Test.Count));
        Assert.Equal([9, 0, 3, 6], set.Training.Labels.ToArray());
        Assert.Equal(3, labels[0]);
        var pixels = Pixels(4)[(2 * Side * Side)..(3 * Side * Side)];
        Sample.Close([.. pixels.Select(pixel => (pixel / 255.0 - .2860) / .3530)], features, 1e-6, "pixels");
    }

    [Fact]
    public void A_missing_file_is_named_with_the_folder_it_belongs_in()
    {
        WriteAll();
        File.Delete(Path.Combine(folder.Path, "t10k-labels-idx1-ubyte.gz"));

        var thrown = Assert.Throws<DataSetException>(() => FashionMnistFolder.Load(folder.Path));

        Assert.Equal(
            $"{Path.Combine(folder.Path, "t10k-labels-idx1-ubyte")}.gz is missing. "
            + $"The four files of the data set belong in {folder.Path}; `actorlearning data get` fetches them, "
            + "with --from FOLDER from where you have them.", thrown.Message);
    }

    private static byte[] Pixels(int count) => [.. Enumerable.Range(0, count * Side * Side).Select(i => (byte)(i * 7))];

    private void WriteAll()
    {
        folder.Write("train-images-idx3-ubyte.gz", TemporaryFolder.Idx([4, Side, Side], Pixels(4)));
        folder.Write("train-labels-idx1-ubyte.gz", TemporaryFolder.Idx([4], [9, 0, 3, 6]));
        folder.Write("t10k-images-idx3-ubyte.gz", TemporaryFolder.Idx([2, Side, Side], Pixels(2)));
        folder.Write("t10k-labels-idx1-ubyte.gz", TemporaryFolder.Idx([2], [1, 2]));
    }
}
