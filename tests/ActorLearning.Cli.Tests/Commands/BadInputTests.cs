using System.Security.Cryptography;
using System.Text;
using ActorLearning.Cli.Tests.Reporting;
using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Commands;

/// <summary>
/// Bad input to every command: a clear error, exit code 2, and every file that was there is there as it was.
/// </summary>
[Collection(ConsoleCollection.Name)]
public sealed class BadInputTests : IDisposable
{
    private const string Damaged = "is not JSON: the file is damaged";
    private const string Foreign = "has format 99, written by version";
    private const string NoFile = "there is no such file";
    private const string NotYaml = "is not YAML";
    private const string Nowhere = "{work}/nowhere: there is no such folder";

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    /// <summary>
    /// The command line and what has to be said. {run} is a run; {old} one of another version; {broken} one whose record is
    /// damaged; {lacking} one whose record lacks something; {lost} one whose scenario is damaged; {work} the folder all of them
    /// are in.
    /// </summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "run {work}/nowhere.yaml", NoFile },
        { "run {work}", "is a folder, not a scenario file" },
        { "run {work}/empty.yaml", "is not a scenario" },
        { "run {work}/noise", NotYaml },
        { "run {work}/tiny.yaml --out {work}/noise", "--out: {work}/noise" },
        { "run {work}/tiny.yaml --set rounds", "is not key=value" },
        { "run {work}/tiny.yaml --set rounds=0", "--set: rounds: 0 is out of range" },
        { "run {work}/tiny.yaml --seed many", "--set: seed: many is not a whole number" },
        { "run {work}/tiny.yaml --nodes 0", "--nodes: 0 is not a number" },
        { "run {work}/tiny.yaml --nodes 1 --hocon {work}/nowhere", "--hocon: there is no file" },
        { "resume {work}/nowhere", Nowhere },
        { "resume {work}/noise", "is a file, not the folder of a run" },
        { "resume {work}", "is not the folder of a run: there is no scenario.yaml in it" },
        { "resume {old}", Foreign },
        { "resume {broken}", Damaged },
        { "resume {lacking}", "lacks what a record has: the file is damaged" },
        { "explain {work}/nowhere --learner 1 --round 1", Nowhere },
        { "explain {old} --learner 1 --round 1", Foreign },
        { "explain {broken} --learner 1 --round 1", Damaged },
        { "explain {lost} --learner 1 --round 1", NotYaml },
        { "explain {run} --learner 99 --round 99", "--round: 99 is out of range; allowed: 1 to 3" },
        { "report {work}/nowhere", Nowhere },
        { "report {work}/noise", "is a file, not the folder of a run" },
        { "report {old}", Foreign },
        { "report {broken} {lacking}", "lacks what a record has: the file is damaged" },
        { "compare {run} {work}/nowhere", Nowhere },
        { "compare {run} {old}", Foreign },
        { "compare {broken} {run}", Damaged },
        { "compare {run}", "Required argument missing" },
        { "sweep {work}/tiny.yaml", "sweeps over nothing" },
        { "sweep {work}/tiny.yaml --set seed=[]", "an empty list sweeps over nothing" },
        { "sweep {work}/tiny.yaml --set seed=3..1", "3..1 is no range" },
        { "sweep {work}/empty.yaml", "is not a scenario" },
        { "sweep {work}/nowhere.yaml", NoFile },
        { "sweep {work}/tiny.yaml --set seed=1..2 --parallel 0", "--parallel: 0 is not a number from 1 to 1024" },
        { "sweep {work}/tiny.yaml --set seed=1..2 --out {work}/noise", "--out: {work}/noise" },
        { "reproduce nothing", "\"nothing\" is no figure" },
        { "reproduce affinity --quick --papers {work}/nowhere", NoFile },
        { "reproduce affinity --quick --threads 0", "--threads 0 is not a number from 1 to 1024" },
        { "aggregate --rule krum --byzantine -1 --input {work}/nowhere", NoFile },
        { "aggregate --rule krum --byzantine 1 --input {work}/ragged.csv", "ragged.csv:2:1: has 1 values" },
        { "forge --attack alie --byzantine 1 --learners 4 --input {work}/noise", "is not a finite number" },
        { "forge --attack alie --byzantine 9 --learners 4 --input {work}/ragged.csv", "--byzantine: 9 of 4 learners" },
        { "explore {work}/nowhere.yaml", NoFile },
        { "explore {work}/tiny.yaml --replay {work}/nowhere", "{work}/nowhere: cannot be read" },
        { "explore {work}/tiny.yaml --replay {work}/noise", NotYaml },
        { "explore {work}/tiny.yaml --depth -1", "--depth: -1 is too few" },
        { "check {work}/tiny.yaml {work}/noise {work}/empty.yaml", "is not a scenario" },
        { "plan --learners 1 --byzantine 3", "--learners: 1 is too few; 2 or more" },
        { "list everything", "\"everything\" is no part of the catalogue" },
        { "completion cmd", "\"cmd\" is no shell" },
        { "data get everything", "\"everything\" is no data set" },
        { "data get mnist --from {work}/nowhere", "lacks train-images-idx3-ubyte.gz" },
        { "data get mnist --from {work}/bad-mnist", "--from: " },
        { "data", "Required command was not provided." },
        { "doctor everything", "Unrecognized command or argument 'everything'." },
        { "node --port 70000", "--port: 70000 is not a number from 0 to 65535" },
        { "node --hocon {work}/nowhere", "--hocon: there is no file" },
        { "cluster status --hocon {work}/nowhere", "--hocon: there is no file" },
        { "cluster", "Required command was not provided." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_refused_and_nothing_is_lost(string arguments, string expected)
    {
        Fill();
        var before = Snapshot();

        var outcome = Outcome.Of([.. Filled(arguments).Split(' ')]);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Contains(Filled(expected), outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot().Where(before.Contains));
    }

    [Fact]
    public void No_command_is_left_out()
    {
        var covered = Cases.Select(row => ((string)row[0]).Split(' ')[0]).ToHashSet();

        Assert.Superset(CommandLine.MakeRoot().Subcommands.Select(command => command.Name).ToHashSet(), covered);
    }

    /// <summary>Good files of a data set are not lost to damaged ones that were to take their place.</summary>
    [Fact]
    public void Damaged_files_do_not_take_the_place_of_good_ones()
    {
        Fill();
        var good = Path.Combine(work.Folder, "data", "mnist", "train-labels-idx1-ubyte.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(good)!);
        File.WriteAllBytes(good, [1, 2, 3]);
        var before = Environment.GetEnvironmentVariable(Learning.Data.DataFolders.Variable);
        Environment.SetEnvironmentVariable(Learning.Data.DataFolders.Variable, Path.Combine(work.Folder, "data"));
        try
        {
            Assert.Equal(CommandLine.WrongInput, Outcome.Of("data", "get", "mnist", "--from", Filled("{work}/bad-mnist")).Exit);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Learning.Data.DataFolders.Variable, before);
        }

        Assert.Equal([1, 2, 3], File.ReadAllBytes(good));
    }

    private string Filled(string text) => new StringBuilder(text)
        .Replace("{work}", work.Folder).Replace("{run}", At("run")).Replace("{old}", At("old"))
        .Replace("{broken}", At("broken")).Replace("{lacking}", At("lacking")).Replace("{lost}", At("lost")).ToString();

    private string At(string name) => Path.Combine(work.Folder, name);

    private void Fill()
    {
        work.Write("empty.yaml", "");
        work.Write("noise", "\u0001{[ neither\tnor: }");
        work.Write("ragged.csv", "1,2\n3\n");
        foreach (var name in new[] { "train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1" })
        {
            Directory.CreateDirectory(At("bad-mnist"));
            work.Write(Path.Combine("bad-mnist", $"{name}-ubyte.gz"), "no gzip");
        }

        var made = Make();
        Copy(made, "run", "record.json", text => text);
        Copy(made, "old", "record.json", text => text.Replace("\"format\": 1", "\"format\": 99", StringComparison.Ordinal));
        Copy(made, "broken", "record.json", text => text[..(text.Length / 2)]);
        Copy(made, "lacking", "record.json", text => text.Replace("\"complete\"", "\"finished\"", StringComparison.Ordinal));
        Copy(made, "lost", "scenario.yaml", _ => "name: [");
        Directory.Delete(work.Runs, recursive: true);
    }

    private string Make()
    {
        var record = ReportedRun.MakeLarge(honest: 4, rounds: 3);
        using var folder = RunFolder.Create(work.Runs, record.Scenario);
        folder.Finish(record);
        return folder.Path;
    }

    private void Copy(string run, string name, string file, Func<string, string> change)
    {
        Directory.CreateDirectory(At(name));
        foreach (var path in Directory.GetFiles(run))
        {
            File.Copy(path, Path.Combine(At(name), Path.GetFileName(path)));
        }

        var changed = Path.Combine(At(name), file);
        var text = File.ReadAllText(changed);
        File.WriteAllText(changed, change(text));
    }

    private List<string> Snapshot() =>
    [
        .. Directory.GetFiles(work.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}
