using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

public sealed class CallTests
{
    [Theory]
    [InlineData("mean", "mean")]
    [InlineData("  mean  ", "mean")]
    [InlineData("mean()", "mean")]
    [InlineData("mean ( )", "mean")]
    [InlineData("pull(15)", "pull", "15")]
    [InlineData("alie(z=1.5)", "alie", "z=1.5")]
    [InlineData("alie( z = 1.5 , sign=- )", "alie", "z=1.5", "sign=-")]
    [InlineData("mlp(200,100,50)", "mlp", "200", "100", "50")]
    [InlineData("x(a=b=c)", "x", "a=b=c")]
    [InlineData("x(,)", "x", "", "")]
    [InlineData("dirichlet-as-coded(1)", "dirichlet-as-coded", "1")]
    public void A_call_is_a_name_with_arguments(string text, string name, params string[] arguments)
    {
        var call = Call.Parse(text)!;

        Assert.Equal(name, call.Name);
        Assert.Equal(arguments, call.Arguments.Select(item => item.Name is null ? item.Value : $"{item.Name}={item.Value}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-mean")]
    [InlineData("two words")]
    [InlineData("alie(z=1")]
    [InlineData("alie)z=1(")]
    [InlineData("alie(z=1)x")]
    [InlineData("alie(mean())")]
    public void What_is_no_call_is_not_read(string text) => Assert.Null(Call.Parse(text));

    [Fact]
    public void Offsets_point_at_the_first_letter()
    {
        var call = Call.Parse("  alie(z=1,  sign=-)", offset: 100)!;

        Assert.Equal(102, call.Offset);
        Assert.Equal([107, 113], call.Arguments.Select(item => item.Offset));
    }
}
