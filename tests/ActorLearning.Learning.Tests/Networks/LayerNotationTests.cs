using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Networks;

public sealed class LayerNotationTests
{
    private static readonly Shape Mnist = new(1, 28, 28);
    private static readonly Shape Cifar = new(3, 32, 32);

    [Theory]
    [InlineData("C(20)-R-M-C(20)-R-M-L(500)-R-L(10)-S", 176_050)]
    [InlineData("C(20)-R-M-C(50)-R-M-L(500)-R-L(10)-S", 431_080)]
    [InlineData("L(200)-R-L(200)-R-L(10)-S", 199_210)]
    [InlineData("L(10)-S", 7_850)]
    [InlineData("C(6,kernel=3,stride=2,padding=1)-R-L(10)-S", 11_830)]
    public void Networks_on_mnist_have_the_parameters_the_papers_count(string text, int parameters)
    {
        var network = Parse(text, Mnist);

        Assert.Equal(parameters, network.Parameters);
        Assert.Equal((784, 10, text), (network.Features, network.Classes, network.Name));
    }

    [Fact]
    public void On_coloured_images_a_convolution_keeps_their_size()
    {
        var network = Parse("C(8)-R-M-L(10)-S", Cifar);

        Assert.Equal(new Shape(8, 32, 32), network.Layers[0].Output);
        Assert.Equal(8 * (3 * 3 * 3 + 1) + 10 * (8 * 16 * 16 + 1), network.Parameters);
    }

    [Fact]
    public void RPELs_network_for_cifar_has_batch_normalisation_and_dropout()
    {
        var network = Parse("C(64)-R-B-C(64)-R-B-M-D-C(128)-R-B-C(128)-R-B-M-D-L(128)-R-D-L(10)-S", Cifar);

        Assert.Equal((1_310_922, 2 * (64 + 64 + 128 + 128)), (network.Parameters, network.Statistics));
    }

    [Fact]
    public void Spaces_between_parts_mean_nothing()
    {
        var network = Parse(" C( 20 , kernel = 3 ) - R -M- L( 10 ) - S ", Mnist);

        Assert.Equal(new Shape(20, 26, 26), network.Layers[0].Output);
        Assert.Equal(4, network.Layers.Count);
    }

    [Theory]
    [InlineData("L(10)", "the last layer must be S")]
    [InlineData("", "the last layer must be S")]
    [InlineData("S", "no layer before S")]
    [InlineData("S-L(10)-S", "layer 1 is S, which comes last")]
    [InlineData("L(10)-X-S", "layer 2, \"X\", is not a layer; known are C(channels), L(outputs), R, M, B, D(rate) and S")]
    [InlineData("L(10)-r-S", "layer 2, \"r\", is not a layer")]
    [InlineData("L(10)--S", "layer 2, \"\", is not a layer")]
    [InlineData("L-S", "layer 1, \"L\", is not a layer")]
    [InlineData("C-L(10)-S", "layer 1, \"C\", is not a layer")]
    [InlineData("L(0)-S", "\"0\" is not understood")]
    [InlineData("L(ten)-S", "\"ten\" is not understood")]
    [InlineData("L(1.5)-S", "\"1.5\" is not understood")]
    [InlineData("C(4,kernel=0)-L(10)-S", "\"kernel=0\" is not understood")]
    [InlineData("C(4,depth=2)-L(10)-S", "\"depth=2\" is not understood")]
    [InlineData("C(4,stride=2,stride=3)-L(10)-S", "\"stride=3\" is said twice")]
    [InlineData("C(4,5)-L(10)-S", "\"5\" is said twice")]
    [InlineData("L(10,kernel=3)-S", "\"kernel=3\" is not understood")]
    [InlineData("R(5)-L(10)-S", "\"5\" is not understood")]
    [InlineData("M(3)-L(10)-S", "\"3\" is not understood")]
    [InlineData("B(3)-L(10)-S", "\"3\" is not understood")]
    [InlineData("D(1)-L(10)-S", "layer 1, \"D(1)\": a dropout rate lies between 0 and 1")]
    [InlineData("D(0)-L(10)-S", "a dropout rate lies between 0 and 1")]
    [InlineData("D(x)-L(10)-S", "a dropout rate lies between 0 and 1")]
    [InlineData("D(NaN)-L(10)-S", "a dropout rate lies between 0 and 1")]
    [InlineData("L(9)-S", "the last layer has 9 outputs, the data has 10 classes")]
    [InlineData("C(2)-M-M-M-M-M-L(10)-S", "layer 6, \"M\", halves an image that is only 1×1")]
    [InlineData("L(20)-M-L(10)-S", "layer 2, \"M\", halves an image that is only 1×1")]
    [InlineData("C(4,kernel=29)-L(10)-S", "has a 29×29 kernel on an image of 28×28")]
    [InlineData("L(1000000)-L(1000000)-L(10)-S", "too large")]
    [InlineData("C(1000000)-L(10)-S", "too large")]
    [InlineData("C(4,padding=1000000)-L(10)-S", "too large")]
    public void A_string_that_is_no_network_is_refused_with_the_reason(string text, string reason)
    {
        var problems = new List<string>();

        var network = LayerNotation.Parse(text, Mnist, classes: 10, problems);

        Assert.Null(network);
        Assert.Contains(problems, problem => problem.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_without_layers_is_refused_even_where_the_numbers_fit()
    {
        var problems = new List<string>();

        Assert.Null(LayerNotation.Parse("S", new Shape(10, 1, 1), classes: 10, problems));

        Assert.Equal(["there is no layer before S"], problems);
    }

    [Fact]
    public void Every_problem_is_reported_at_once_and_once()
    {
        var problems = new List<string>();

        var network = LayerNotation.Parse("C(4,size=3)-Q-S-L(x)-C(5,kernel=40)-L(7)", Mnist, classes: 10, problems);

        Assert.Null(network);
        Assert.Equal(6, problems.Count);
        foreach (var (problem, part) in problems.Zip(["size=3", "\"Q\"", "layer 3 is S", "\"x\"", "40×40", "must be S"]))
        {
            Assert.Contains(part, problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Problems_of_others_stay_in_the_list_and_do_not_spoil_the_network()
    {
        var problems = new List<string> { "the rate is negative" };

        Assert.NotNull(LayerNotation.Parse("L(10)-S", Mnist, classes: 10, problems));

        Assert.Single(problems);
    }

    private static Network Parse(string text, Shape input)
    {
        var problems = new List<string>();
        var network = LayerNotation.Parse(text, input, classes: 10, problems);
        Assert.Empty(problems);
        return network!;
    }
}
