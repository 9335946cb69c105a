using System.Diagnostics;
using System.Globalization;
using ActorLearning.Cluster;
using Akka.Actor;
using Akka.Configuration;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>
/// <c>wire</c>: models between two processes on loopback, as they go in a run, beside bare <c>byte[]</c> of the same size.
/// </summary>
/// <remarks>
/// Either asks with a small message and is answered with a large one, so many in flight. Every model is another one: nothing
/// comes from the store. A model's hash is found once, when it is first offered: <c>models</c> have theirs, <c>new models</c> are
/// hashed on the way. All take turns in short runs, because a machine is never quite idle; the ratio is that of the medians.
/// </remarks>
public static class WireRunner
{
    private const string Usage = "Usage: wire [--parameters N] [--flight N] [--models N] [--runs N]";
    private const string SystemName = "wire";
    private const int WarmUp = 5; // Until compiled code is the final one.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command line: 0 done, 2 the command line is wrong.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is ["wire", "serve", var size])
        {
            await ServeAsync(int.Parse(size, CultureInfo.InvariantCulture), output);
            return 0;
        }

        if (Parse(arguments) is not var (parameters, flight, models, runs))
        {
            errors.WriteLine(Usage);
            return 2;
        }

        using var peer = StartPeer(parameters);
        try
        {
            var address = (await peer.StandardOutput.ReadLineAsync())!;
            await MeasureAsync(peer, Address.Parse(address), parameters, flight, models, runs, output);
        }
        finally
        {
            peer.StandardInput.Close(); // The other process ends when nobody speaks to it.
            await peer.WaitForExitAsync();
        }

        return 0;
    }

    private static async Task MeasureAsync(
        Process peer, Address address, int parameters, int flight, int models, int runs, TextWriter output)
    {
        using var system = Start(flight);
        async Task<IActorRef> FindAsync(string name) =>
            await system.ActorSelection($"{address}/user/{name}").ResolveOne(Limit);
        var (bytes, known, unknown) = (await FindAsync("bare"), await FindAsync("models"), await FindAsync("new-models"));
        IActorRef[] pullers =
        [
            system.ActorOf(Props.Create(() => new BarePuller(bytes))),
            system.ActorOf(Props.Create(() => new ModelPuller(known, parameters))),
            system.ActorOf(Props.Create(() => new ModelPuller(unknown, parameters))),
        ];
        var work = new PullWork(models, flight);
        var all = pullers.Select(_ => new List<WireRun>()).ToList();
        for (var run = -WarmUp; run < runs; run++)
        {
            for (var i = 0; i < pullers.Length; i++)
            {
                var time = await WireRun.OfAsync(pullers[i], work, peer);
                if (run >= 0)
                {
                    all[i].Add(time);
                }
            }
        }

        Report(output, $"{parameters:N0} parameters, {flight} in flight, {runs} run(s) of {models}, two processes, loopback");
        Report(output, $"                 MB/s    from      to   processor ms each");
        var size = parameters * sizeof(float) / 1e6;
        var theirs = Line("bare byte[]", all[0]);
        var ours = Line("models", all[1]);
        Line("new models", all[2]);
        Report(output, $"ratio        {ours / theirs,8:F2}   wanted 0.80{(ours / theirs < .8 ? "  short" : "")}");

        double Line(string name, List<WireRun> times)
        {
            var rates = times.Select(run => models * size / run.Elapsed.TotalSeconds).Order().ToList();
            var processor = times.Select(run => run.Processor.TotalMilliseconds / models).Order().ElementAt(runs / 2);
            Report(output, $"{name,-12} {rates[runs / 2],8:F1} {rates[0],7:F1} {rates[^1],7:F1} {processor,19:F2}");
            return rates[runs / 2];
        }
    }

    private static void Report(TextWriter output, FormattableString line) =>
        output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static async Task ServeAsync(int parameters, TextWriter output)
    {
        using var system = Start(flight: 1);
        system.ActorOf(Props.Create(() => new BareSource(parameters)), "bare");
        system.ActorOf(Props.Create(() => new ModelSource(parameters, false)), "models");
        system.ActorOf(Props.Create(() => new ModelSource(parameters, true)), "new-models");
        output.WriteLine(((ExtendedActorSystem)system).Provider.DefaultAddress);
        output.Flush();
        await Console.In.ReadToEndAsync();
        await system.Terminate();
    }

    private static ActorSystem Start(int flight) => ActorSystem.Create(SystemName, ConfigurationFactory.ParseString($$"""
        akka.actor.provider = remote
        actorlearning.models { pulls-in-flight = {{flight}}, store-size = 0 }
        """).WithFallback(ConfigurationFactory.ParseString(NodeDefaults.Hocon)));

    private static Process StartPeer(int parameters)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WireRunner).Assembly.Location);
        }

        foreach (var argument in new[] { "wire", "serve", $"{parameters}" })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static (int Parameters, int Flight, int Models, int Runs)? Parse(string[] arguments)
    {
        var (parameters, flight, models, runs) = (176_050, 8, 40, 40);
        for (var rest = arguments[1..]; rest.Length > 0; rest = rest[2..])
        {
            if (rest.Length < 2 || !int.TryParse(rest[1], out var number) || number < 1)
            {
                return null;
            }

            switch (rest[0])
            {
                case "--parameters": parameters = number; break;
                case "--flight": flight = number; break;
                case "--models": models = number; break;
                case "--runs": runs = number; break;
                default: return null;
            }
        }

        return (parameters, flight, models, runs);
    }
}
