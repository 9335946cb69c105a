using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Tests;

/// <summary>How a scenario gets its backend: this assembly has none but the managed kernels, and one that refuses.</summary>
public sealed class BackendTests
{
    [Fact]
    public void A_backend_that_is_not_in_the_build_is_refused_before_the_first_round()
    {
        var e = Assert.Throws<InputException>(() => SmallRun.Run("backend=torch"));

        Assert.Equal(
            "backend: torch is not part of this program, which has to name it first: Backends.Add(…); or take backend: managed",
            e.Message);
    }

    [Fact]
    public void What_a_backend_refuses_is_told_with_the_key_that_asked_for_it()
    {
        Backends.Add(new Unwilling());
        var scenario = SmallRun.Scenario() with { Backend = new BackendSettings("unwilling", "cuda:7") };

        Assert.Equal("device: cuda:7 is not there", Assert.Throws<InputException>(() => Backends.Check(scenario)).Message);
        Assert.Equal("model: no", Assert.Throws<InputException>(() => Backends.Make(scenario)).Message);
    }

    [Fact]
    public void The_managed_backend_is_the_network_itself()
    {
        var scenario = SmallRun.Scenario();

        Assert.Same(scenario.Model, Backends.Make(scenario));
    }

    private sealed class Unwilling : IBackend
    {
        public string Name => "unwilling";

        public void Check(BackendSettings settings) => throw new BackendException("device", $"{settings.Device} is not there");

        public IObjective Make(Network network, BackendSettings settings) => throw new BackendException("model", "no");
    }
}
