using System.Collections.Immutable;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Testing.States;

namespace ActorLearning.Testing.Tests.States;

public sealed class ShapeTests
{
    [Fact]
    public void States_of_a_learner_that_differ_in_one_field_have_different_digests()
    {
        var model = new Model([1, 2, 3], isFinite: true);
        var key = new ExchangeKey(new Round(1), 0);
        var start = new LearnerState { Id = new LearnerId(1) };
        LearnerState[] states =
        [
            start,
            start with { Id = new LearnerId(2) },
            start with { Life = 1 },
            start with { Round = new Round(1) },
            start with { Step = 1 },
            start with { Phase = LearnerPhase.Pulling },
            start with { Model = model },
            start with { Model = new Model([1, 2, 4], isFinite: true) },
            start with { Model = new Model([1, 2], isFinite: true) },
            start with { NextRound = new Round(0) },
            start with { NextRound = new Round(1) },
            start with { ReplacementsUsed = 1 },
            start with { Facts = new RoundFacts { Late = 1 } },
            start with { Facts = new RoundFacts { Joined = true } },
            start with { Facts = new RoundFacts { TrainingLoss = 0 } },
            start with { Facts = new RoundFacts { AfterTraining = new Quality(0, .5) } },
            start with { Published = [new PublishedModel(key, model)] },
            start with { Waiting = [new WaitingPull(new LearnerId(1), key)] },
            start with { Slots = [new PullSlot(new LearnerId(1), PullSlotState.Pending, null)] },
            start with { Slots = [new PullSlot(new LearnerId(1), PullSlotState.Missing, null)] },
        ];

        Assert.Equal(states.Length, states.Select(Of).Distinct().Count());
        Assert.Equal(Of(states[^1]), Of(states[^1] with { }));
    }

    [Fact]
    public void Every_kind_of_state_can_be_read_and_its_longest_list_is_known()
    {
        var reports = ImmutableSortedDictionary<int, RoundFacts>.Empty
            .Add(3, new RoundFacts()).Add(1, new RoundFacts { Pulls = 1 });
        var victim = new Victim(new LearnerId(1), default, [.. Enumerable.Range(0, 5).Select(i => new LearnerId(i))], Missing: 2);

        Assert.NotEqual(Of(new CoordinatorState()), Of(new CoordinatorState { Reports = reports }));
        Assert.NotEqual(Of(new ByzantineState { Id = default }), Of(new ByzantineState { Id = default, Victims = [victim] }));
        Assert.Equal(2, Longest(new CoordinatorState { Reports = reports }));
        Assert.Equal(5, Longest(new ByzantineState { Id = default, Victims = [victim] }));
    }

    private static ulong Of<T>(T state) => Read(state).Value;

    private static int Longest<T>(T state) => Read(state).LongestCollection;

    private static Digest Read<T>(T state)
    {
        var digest = new Digest();
        digest.Restart();
        Shape<T>.Read(state, digest);
        return digest;
    }
}
