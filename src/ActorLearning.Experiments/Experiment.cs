using System.Diagnostics;
using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Experiments;

/// <summary>
/// A scenario to be run from a program of one's own: from a file, from text, or set key by key, with rules, attacks, models, data
/// sets, splits and graphs of one's own beside those of the catalogue. The same scenario gives the same bits as on the
/// command line.
/// </summary>
/// <example>
/// <code>
/// var experiment = new Experiment
/// {
///     ["learners"] = 10, ["byzantine.count"] = 2, ["model"] = "softmax-regression",
///     ["exchange.peers"] = "pull(5)", ["aggregation"] = "nnm | my-rule", ["rounds"] = 50,
///     Rules = { ["my-rule"] = new MyRule() },
/// };
/// var result = await experiment.RunAsync();
/// Console.WriteLine(result.Accuracy);
/// </code>
/// </example>
public sealed partial class Experiment
{
    private const string Code = "experiment";

    private readonly ScenarioText source;
    private readonly Dictionary<string, string> settings = [];

    /// <summary>An experiment whose keys are set one by one; its name is "experiment" until it has another.</summary>
    public Experiment()
        : this(new ScenarioText(Code, $"{{ name: {Code} }}"))
    {
    }

    private Experiment(ScenarioText source) => this.source = source with { OverridesFrom = Code };

    /// <summary>Worker threads; changes no result.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public int Threads
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "1 or more are needed");
    } = Environment.ProcessorCount;

    /// <summary>
    /// Folder that gets the run's folder with scenario, tables, record, report, models and checkpoints, as <c>--out</c> of the
    /// command line; null: nothing is written.
    /// </summary>
    public string? Out { get; set; }

    /// <summary>Sets a key of the scenario over whatever its text says, as <c>--set</c> of the command line.</summary>
    /// <param name="key">The dotted path of the key, such as <c>byzantine.count</c>; all: <c>actorlearning list keys</c>.</param>
    /// <value>
    /// A number, a text as a scenario would have it, a truth value for yes or no, a time, a list, or a dictionary for what
    /// changes from round to round.
    /// </value>
    public object this[string key]
    {
        set => settings[key] = SettingText.Of(value);
    }

    /// <summary>An experiment from a scenario file; its keys may be set over it.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static Experiment FromFile(string path) => new(ScenarioText.FromFile(path));

    /// <summary>An experiment from the text of a scenario; its keys may be set over it.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="name">What problems call it.</param>
    public static Experiment FromText(string text, string name = "scenario") => new(new ScenarioText(name, text));

    /// <summary>Reads and checks the scenario; runs nothing and reads no data but what the scenario names by file.</summary>
    /// <returns>The scenario, which any <see cref="IEngine"/> in this process runs.</returns>
    /// <exception cref="InputException">
    /// The scenario is wrong; the exception carries every problem with its line, its value and what is allowed.
    /// </exception>
    public Scenario Check()
    {
        var text = source with
        {
            Vocabulary = MakeVocabulary(),
            Overrides = [.. settings.Select(setting => $"{setting.Key}={setting.Value}")],
        };
        try
        {
            return ScenarioFile.Parse(text);
        }
        catch (InputException e) when (text.Name == Code)
        {
            // There is no file that the lines could be lines of.
            throw new InputException([.. e.Problems.Select(problem => problem with { Line = 0, Column = 0 })]);
        }
    }

    /// <summary>Starts a run and goes on at once: for who wants to read the rounds as they come.</summary>
    /// <param name="cancellation">Ends the run after the round at hand; the result then says so.</param>
    /// <exception cref="InputException">The scenario is wrong: every problem at once.</exception>
    public ExperimentRun Start(CancellationToken cancellation = default)
    {
        var scenario = Check();
        return new ExperimentRun(progress => RunAsync(scenario, progress, cancellation));
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told of every round as it ends, in order, on a thread of the run, which waits for it.</param>
    /// <param name="cancellation">Ends the run after the round at hand; the result then says so.</param>
    /// <exception cref="InputException">
    /// The scenario is wrong, its data is missing or damaged, or the folder cannot be written to: every problem at once.
    /// </exception>
    /// <exception cref="RunFailedException">
    /// The run cannot go on, or ended with another model hash than the scenario expects; it carries what was measured.
    /// </exception>
    public Task<ExperimentResult> RunAsync(Action<RoundRecord>? progress = null, CancellationToken cancellation = default) =>
        RunAsync(Check(), progress, cancellation);

    private async Task<ExperimentResult> RunAsync(
        Scenario scenario, Action<RoundRecord>? progress, CancellationToken cancellation)
    {
        using var folder = Out is null ? null : RunFolder.Create(Out, scenario);
        var engine = new EmbeddedEngine(new EmbeddedOptions
        {
            Threads = Threads,
            Checkpoints = folder?.Checkpoints(warning => Trace.TraceWarning(warning)),
        });
        try
        {
            var record = await (folder is null ? BeginAsync() : folder.BeginAsync(BeginAsync));
            folder?.Finish(record);
            return IsExpected(record) ? new ExperimentResult(record, folder?.Path) : throw new RunFailedException(
                $"the run ended with {record.ModelHash}, the scenario expects {scenario.ExpectedModelHash}", record);
        }
        catch (RunFailedException e) when (e.Record.ModelHash is null)
        {
            if (folder?.FinishFailed(e.Record) is { } trouble)
            {
                Trace.TraceWarning(trouble);
            }

            throw;
        }

        Task<RunRecord> BeginAsync() => engine.RunAsync(scenario, told => Tell(told, folder, progress), cancellation);
    }

    private static void Tell(RunProgress told, RunFolder? folder, Action<RoundRecord>? progress)
    {
        if (told.Round.Accuracy is not null)
        {
            folder?.WriteMeasurements(told.Record);
        }

        progress?.Invoke(told.Round);
    }

    private static bool IsExpected(RunRecord record) =>
        record.ModelHash is null || record.Scenario.ExpectedModelHash is null
        || record.ModelHash == record.Scenario.ExpectedModelHash;
}
