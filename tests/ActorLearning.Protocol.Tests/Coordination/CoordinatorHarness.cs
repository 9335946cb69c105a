using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Coordination;

/// <summary>A coordinator whose methods feed one input and give back its effects.</summary>
internal sealed class CoordinatorHarness
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan RoundDeadline = TimeSpan.FromSeconds(30);

    private readonly RoundCoordinator coordinator;

    public CoordinatorHarness(int learners = 4, int rounds = 3, int tolerated = 1) =>
        coordinator = new RoundCoordinator(
            new CoordinatorSettings(learners, rounds, tolerated, Patience, RoundDeadline), new CoordinatorState());

    public Round Round => coordinator.Round;

    public IReadOnlyList<LearnerId> Missing => coordinator.Missing;

    public CoordinatorState State => coordinator.Save();

    public IReadOnlyList<Effect> Feed(Input input)
    {
        var outbox = new Outbox();
        coordinator.Handle(input, outbox);
        return outbox.Effects;
    }

    public IReadOnlyList<Effect> Start() => Feed(new RunStarted());

    public IReadOnlyList<Effect> Report(int learner, int round, int pulls = 0) =>
        Feed(new Reported(Id(learner), RoundOf(round), new RoundFacts { Pulls = pulls }));

    public IReadOnlyList<Effect> Wake(WakeReason why, int round) => Feed(new Woke(why, RoundOf(round)));

    /// <summary>Reports of learners 0 … count − 1; gives back the effects of the last.</summary>
    public IReadOnlyList<Effect> ReportAll(int round, int count = 4)
    {
        IReadOnlyList<Effect> last = [];
        for (var learner = 0; learner < count; learner++)
        {
            last = Report(learner, round);
        }

        return last;
    }

    /// <summary>What starting a round looks like.</summary>
    public static Effect[] StartOf(int round, bool isSettled = false) =>
        [new Tick(RoundOf(round)) { IsSettled = isSettled }, new WakeAfter(RoundDeadline, WakeReason.Deadline, RoundOf(round))];
}
