using System.Diagnostics;
using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class TlsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("actorlearning-tls").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nodes_with_certificates_run_and_nobody_gets_in_without()
    {
        var mine = Certificates("mine");
        var expected = await new EmbeddedEngine(new()).RunAsync(Scenario(), null, default);
        await using var nodes = await LocalNodes.StartAsync(Trusting(mine), 2, threads: 1, "--hocon", Settings(mine));
        File.WriteAllText(Path.Combine(folder, "small.yaml"), Scenario().Text);

        var withCertificate = Submit(Trusting(mine), nodes, "--hocon", Settings(mine));
        var inTheClear = Submit(Nodes.Program, nodes, []);

        Assert.StartsWith("akka.ssl.tcp://", nodes.Lighthouse);
        Assert.Equal(0, withCertificate.Code);
        Assert.Contains(expected.ModelHash!, withCertificate.Output);
        Assert.Equal(2, inTheClear.Code);
        Assert.Contains("either both use TLS", inTheClear.Output);
    }

    [Fact]
    public async Task A_stranger_that_does_not_trust_the_nodes_neither_submits_nor_becomes_a_node()
    {
        var (mine, foreign) = (Certificates("mine"), Certificates("foreign"));
        await using var nodes = await LocalNodes.StartAsync(Trusting(mine), 1, threads: 1, "--hocon", Settings(mine));
        File.WriteAllText(Path.Combine(folder, "small.yaml"), Scenario().Text);
        using var stranger = Start(
            Trusting(foreign), "node", "--port", "0", "--seed-node", nodes.Lighthouse, "--hocon", Settings(foreign));

        var distrustful = Submit(Trusting(foreign), nodes, "--hocon", Settings(foreign)); // Knocks for many seconds.
        var status = End(Start(
            Trusting(mine), "cluster", "status", "--json", "--seed-node", nodes.Lighthouse, "--hocon", Settings(mine)));
        stranger.Kill(entireProcessTree: true);

        Assert.Equal(2, distrustful.Code);
        Assert.Contains("\"learnerNodes\":1", status.Output);
        Assert.Equal(2, status.Output.Split("\"address\":").Length - 1);
    }

    [MutualTlsFact]
    public async Task Nodes_do_not_let_in_whom_they_do_not_trust()
    {
        var (mine, foreign) = (Certificates("mine"), Certificates("foreign"));
        await using var nodes = await LocalNodes.StartAsync(Trusting(mine), 1, threads: 1, "--hocon", Settings(mine));
        File.WriteAllText(Path.Combine(folder, "small.yaml"), Scenario().Text);

        Assert.Equal(2, Submit(Trusting(mine), nodes, "--hocon", Settings(foreign)).Code);
    }

    private static Scenarios.Scenario Scenario() =>
        ScenarioFile.Parse("small.yaml", Nodes.Scenario, "rounds=3", "exchange.deadline=60s");

    /// <summary>An authority and a certificate by it.</summary>
    private string Certificates(string name)
    {
        var target = Path.Combine(folder, name);
        var script = Path.Combine(Repository.Root, "hocon", "make-certificates.sh");
        var start = new ProcessStartInfo("bash", [script, target, "127.0.0.1"]) { RedirectStandardOutput = true };
        using var made = Process.Start(start)!;
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return target;
    }

    private static string[] Trusting(string certificates) =>
        ["env", $"SSL_CERT_FILE={certificates}/ca.pem", .. Nodes.Program];

    /// <summary>hocon/tls.hocon with the certificate's place.</summary>
    private string Settings(string certificates)
    {
        var path = certificates + ".hocon";
        var text = File.ReadAllText(Path.Combine(Repository.Root, "hocon", "tls.hocon"));
        File.WriteAllText(path, text.Replace("\"node.pfx\"", $"\"{certificates}/node.pfx\""));
        return path;
    }

    private (int Code, string Output) Submit(string[] program, LocalNodes nodes, params string[] options) => End(Start(
        program, ["run", Path.Combine(folder, "small.yaml"), "--out", Path.Combine(folder, "runs"),
            "--seed-node", nodes.Lighthouse, .. options]));

    private static Process Start(string[] program, params string[] words) =>
        Process.Start(new ProcessStartInfo(program[0], [.. program[1..], .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static (int Code, string Output) End(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
    }
}
