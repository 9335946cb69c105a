using System.Collections.Concurrent;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>What this process can compute with. The managed kernels are always there.</summary>
/// <remarks>
/// Which backends there are is a fact of the build, as are the engines, so the composition root says it once, before the first
/// run; a node that runs a scenario it was sent finds them here too.
/// </remarks>
public static class Backends
{
    private static readonly ConcurrentDictionary<string, IBackend> Known = [];
    private static readonly ConcurrentDictionary<string, string> WaysOut = [];

    /// <summary>From now on scenarios can ask for it.</summary>
    public static void Add(IBackend backend) => Known[backend.Name] = backend;

    /// <summary>Says how to get a backend that this build lacks.</summary>
    public static void Lacks(string name, string wayOut) => WaysOut[name] = wayOut;

    /// <summary>Refuses a scenario whose backend this build or machine lacks.</summary>
    /// <exception cref="InputException">It does; the message says the way out.</exception>
    public static void Check(Scenario scenario) => Ask(scenario, (backend, _) =>
    {
        backend.Check(scenario.Backend);
        return scenario.Model;
    });

    /// <summary>The model of a scenario as its backend computes it.</summary>
    /// <exception cref="InputException">This build or machine cannot; the message says the way out.</exception>
    public static IObjective Make(Scenario scenario) =>
        Ask(scenario, (backend, network) => backend.Make(network, scenario.Backend));

    private static IObjective Ask(Scenario scenario, Func<IBackend, Network, IObjective> ask)
    {
        var settings = scenario.Backend;
        if (settings.Name == BackendSettings.ManagedName)
        {
            return scenario.Model;
        }

        if (!Known.TryGetValue(settings.Name, out var backend))
        {
            var lacking = $"{settings.Name} is not part of this program, which has to name it first: Backends.Add(…)";
            throw new InputException(
                "backend", WaysOut.GetValueOrDefault(settings.Name, lacking) + "; or take backend: managed");
        }

        if (scenario.Model is not Network network)
        {
            throw new InputException("backend",
                $"{settings.Name} computes models of the catalogue and layer strings; {scenario.Model.Name} computes itself: "
                + "leave backend out");
        }

        try
        {
            return ask(backend, network);
        }
        catch (BackendException e)
        {
            throw new InputException(e.Key, e.Message);
        }
    }
}
