using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Tests.Data;

public sealed class ImageSamplesTests
{
    [Fact]
    public void Each_channel_has_a_normalisation_of_its_own()
    {
        // Two images of two channels with two pixels each.
        var samples = new ImageSamples([0, 255, 0, 255, 51, 102, 51, 102], [7, 3], (0, 1), (.5, .25));
        var (features, labels) = (new float[8], new int[2]);

        samples.Gather([1, 0], features, labels);

        Assert.Equal((2, 4), (samples.Count, samples.Features));
        Assert.Equal([3, 7], labels);
        Sample.Close([.2, .4, -1.2, -.4, 0, 1, -2, 2], features, 1e-6, "features");
    }

    [Fact]
    public void Black_is_the_same_under_other_labels()
    {
        var samples = new ImageSamples([0, 255, 0, 255], [1], (0, 1), (.5, .25));
        var told = new RelabelledSamples(samples, label => 1 - label);

        Assert.Equal((0, -2), (samples.Black(0), samples.Black(1)));
        Assert.Equal((0, -2), (told.Black(0), told.Black(1)));
        Assert.Equal(0, told.Labels[0]);
    }

    [Fact]
    public void An_image_may_be_gathered_several_times()
    {
        var samples = new ImageSamples([0, 255], [0, 1], (0, 1));
        var (features, labels) = (new float[3], new int[3]);

        samples.Gather([1, 1, 0], features, labels);

        Assert.Equal([1, 1, 0], features);
        Assert.Equal([1, 1, 0], labels);
    }

    [Fact]
    public void A_data_set_that_is_nowhere_is_an_error_that_says_where_it_was_looked_for()
    {
        var thrown = Assert.Throws<DataSetException>(() => DataFolders.Find("no such set"));

        Assert.Contains(DataFolders.Variable, thrown.Message, StringComparison.Ordinal);
    }
}
