using ActorLearning.Cli;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Experiments.Tests;

public sealed class ExperimentTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    private string Runs => Path.Combine(folder.FullName, "runs");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_a_text_and_code_come_to_the_same_bits_as_the_command_line()
    {
        var file = Path.Combine(folder.FullName, "tiny.yaml");
        await File.WriteAllTextAsync(file, Tiny.Text);
        Assert.Equal(0, await CommandLine.RunAsync(["run", file, "--out", Runs, "--quiet", "--threads", "1"]));
        var byCommand = RunReader.Read(Assert.Single(Directory.GetDirectories(Runs)));

        ExperimentResult[] results =
        [
            await Experiment.FromFile(file).RunAsync(),
            await Experiment.FromText(Tiny.Text).RunAsync(),
            await Tiny.InCode().RunAsync(),
        ];

        Assert.NotNull(byCommand.ModelHash);
        Assert.All(results, result =>
        {
            Assert.Equal(byCommand.ModelHash, result.ModelHash);
            Assert.Equal(byCommand.Fingerprint, result.Scenario.Fingerprint);
            Assert.Equal(byCommand.Rounds[^1].Accuracy, result.Accuracy);
        });
    }

    [Fact]
    public async Task A_key_set_in_code_goes_before_the_text()
    {
        var experiment = Experiment.FromText(Tiny.Text);
        experiment["rounds"] = 2;
        experiment["evaluate.afterTraining"] = true;
        experiment["exchange.deadline"] = TimeSpan.FromMilliseconds(200);
        experiment["byzantine.placement"] = new[] { 3 };
        experiment["byzantine.attack"] = new Dictionary<int, string> { [0] = "silent", [2] = "alie(z=1, sign=-)" };

        var result = await experiment.RunAsync();

        Assert.Equal(2, result.Rounds[^1].Round);
        Assert.NotNull(result.Rounds[^1].AccuracyAfterTraining);
        Assert.Equal([3], result.Record.Byzantine);
        Assert.Equal(TimeSpan.FromMilliseconds(200), result.Scenario.Exchange.Deadline);
        Assert.Equal([0, 2], result.Scenario.Byzantine[0].Attacks.Steps.Select(step => step.From));
    }

    [Fact]
    public async Task Rounds_are_told_as_they_end_and_can_be_read_as_a_stream()
    {
        var told = new List<RoundRecord>();

        var result = await Tiny.InCode().RunAsync(told.Add);
        var run = Tiny.InCode().Start();
        var read = await run.Rounds.ToListAsync();

        Assert.Equal([0, 1, 2, 3], told.Select(round => round.Round));
        Assert.Equal(told.Select(round => round.Accuracy), read.Select(round => round.Accuracy));
        Assert.Equal(result.ModelHash, (await run.Result).ModelHash);
    }

    [Fact]
    public async Task The_result_has_the_final_models()
    {
        var result = await Tiny.InCode().RunAsync();

        Assert.Equal(4, result.Models.Count);
        Assert.Equal(result.Record.Byzantine, Enumerable.Range(0, 5).Except(result.Models.Select(model => model.Learner)));
        Assert.All(result.Models, model => Assert.Equal(7850, model.Parameters.Length));
        Assert.Equal(4 * 4, result.Evaluations.Count);
        Assert.Null(result.Folder);
    }

    [Fact]
    public async Task Who_cancels_has_what_was_measured_until_then()
    {
        using var stop = new CancellationTokenSource();

        var result = await Tiny.InCode().RunAsync(
            round =>
            {
                if (round.Round == 1)
                {
                    stop.Cancel();
                }
            },
            stop.Token);

        Assert.False(result.IsComplete);
        Assert.Null(result.ModelHash);
        Assert.Equal([0, 1], result.Rounds.Select(round => round.Round));
    }

    [Fact]
    public async Task A_run_leaves_a_folder_where_it_is_asked_to()
    {
        var experiment = Tiny.InCode();
        experiment.Out = Runs;

        var result = await experiment.RunAsync();

        Assert.Equal(result.ModelHash, RunReader.Read(result.Folder!).ModelHash);
        Assert.True(File.Exists(Path.Combine(result.Folder!, "report.html")));
        Assert.Equal(0, await CommandLine.RunAsync(["check", Path.Combine(result.Folder!, "scenario.yaml")]));
    }

    [Fact]
    public async Task Another_hash_than_expected_is_a_failure_with_the_record()
    {
        var experiment = Tiny.InCode();
        experiment["expect.modelHash"] = new string('0', 64);

        var failure = await Assert.ThrowsAsync<RunFailedException>(() => experiment.RunAsync());

        Assert.Equal((await Tiny.InCode().RunAsync()).ModelHash, failure.Record.ModelHash);
    }
}
