using System.Reflection;

namespace ActorLearning.Numerics.Tests;

public sealed class StreamPurposeTests
{
    [Fact]
    public void No_two_purposes_share_a_name()
    {
        var names = typeof(StreamPurpose).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((StreamPurpose)field.GetValue(null)!).Name)
            .ToArray();

        Assert.True(names.Length >= 11, "the purposes are public static fields");
        Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name)));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
