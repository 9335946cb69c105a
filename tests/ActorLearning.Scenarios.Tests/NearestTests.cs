namespace ActorLearning.Scenarios.Tests;

public sealed class NearestTests
{
    private static readonly string[] Known = ["mean", "median", "trimmed-mean", "krum"];

    [Theory]
    [InlineData("mean", "mean")]
    [InlineData("maen", "mean")]
    [InlineData("MEAN", "mean")]
    [InlineData("medain", "median")]
    [InlineData("trimed-maen", "trimmed-mean")]
    [InlineData("trimmed_mean", "trimmed-mean")]
    [InlineData("krun", "krum")]
    [InlineData("geometric", null)]
    [InlineData("", null)]
    public void The_closest_name_is_found_and_none_where_all_are_far(string name, string? expected) =>
        Assert.Equal(expected, Nearest.Of(name, Known));

    [Fact]
    public void Neighbours_that_changed_places_count_once()
    {
        string[] known = ["abcd", "badc"];

        Assert.Equal("badc", Nearest.Of("abdc", ["badc"]));
        Assert.Equal("abcd", Nearest.Of("abdc", known));
    }

    [Fact]
    public void Of_two_names_equally_close_the_first_by_spelling_is_taken() =>
        Assert.Equal("a1", Nearest.Of("a3", ["a2", "a1"]));

    [Fact]
    public void Nothing_is_near_where_nothing_is_known() => Assert.Null(Nearest.Of("mean", []));

    [Fact]
    public void The_hint_is_a_question_or_nothing()
    {
        Assert.Equal("; did you mean median?", Nearest.Hint("medain", Known));
        Assert.Equal("", Nearest.Hint("geometric", Known));
    }
}
