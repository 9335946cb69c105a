using System.Globalization;
using System.Text.Json;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>Where a comma parts the decimals, output has decimal points all the same.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CultureTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void The_console_has_decimal_points()
    {
        using var commas = new Commas();
        Assert.Equal("0,5", $"{.5}");

        var run = work.Run("--set", "training.rate=0.25").AssertDone().Out;
        var plan = Outcome.Of("plan", "--learners", "100", "--byzantine", "10", "--confidence", "0.99").AssertDone().Out;

        Assert.Contains("7,850 parameters", run, StringComparison.Ordinal);
        Assert.Matches(@"accuracy mean 0\.\d{3}", run);
        Assert.DoesNotMatch(@"0,\d", run);
        Golden.Check("plan.txt", plan);
    }

    [Fact]
    public void Tables_and_records_have_decimal_points()
    {
        using (new Commas())
        {
            work.Run("--quiet").AssertDone();
        }

        work.Run("--quiet").AssertDone();

        Assert.All(["metrics.csv", "rounds.csv"], name => Assert.Equal(
            File.ReadAllText(Path.Combine(work.RunFolders[1], name)), File.ReadAllText(Path.Combine(work.RunFolders[0], name))));
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(work.RunFolders[0], "record.json")));
        Assert.InRange(record.RootElement.GetProperty("accuracy").GetProperty("mean").GetDouble(), 0, 1);
    }

    [Fact]
    public void The_machines_own_culture_is_left_as_it_was()
    {
        using var commas = new Commas();
        var mine = CultureInfo.CurrentCulture;

        Outcome.Of("list").AssertDone();

        Assert.Same(mine, CultureInfo.CurrentCulture);
    }
}
