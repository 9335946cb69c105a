namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class DoctorTests
{
    [Fact]
    public void It_tells_of_machine_engines_data_and_feeds()
    {
        var lines = Outcome.Of("doctor").AssertDone().Lines;

        string[] wanted = ["version", "system", "processor", "lanes", "memory", "engines", "backends", "data", "feeds"];
        Assert.Equal(wanted, lines.Where(line => line[0] != ' ').Select(line => line.Split(' ')[0]));
        Assert.Contains("engines     embedded: here", lines);
        Assert.Contains("backends    managed: here", lines);
        Assert.Contains(lines, line => line.StartsWith("            torch: ", StringComparison.Ordinal)
            && line.Contains("libtorch ", StringComparison.Ordinal) != line.Contains("no TorchSharp", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("csv", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("mnist: ", StringComparison.Ordinal)
            && line.EndsWith(Path.Combine("data", "mnist"), StringComparison.Ordinal));
    }
}
