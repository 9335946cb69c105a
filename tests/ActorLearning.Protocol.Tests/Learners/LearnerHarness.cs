using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

/// <summary>Learner 0 of n, which pulls from 1 … s; every method feeds one input and gives back its effects.</summary>
internal sealed class LearnerHarness
{
    private readonly Learner learner;

    public LearnerHarness(
        int learners = 8,
        int peers = 3,
        int steps = 1,
        int assumedByzantine = 2,
        MissingPolicy missing = MissingPolicy.Own,
        int replacements = 0,
        ulong seed = 1,
        IPeerSelection? selection = null,
        bool hasModel = true,
        FreeRun? freeRun = null)
    {
        var settings = new LearnerSettings
        {
            Seed = seed,
            Learners = learners,
            Parameters = Make.Parameters,
            Peers = selection ?? new NextPeers(learners, peers),
            AssumedByzantine = assumedByzantine,
            PullDeadline = Deadline,
            Steps = steps,
            Missing = missing,
            Replacements = replacements,
            FreeRun = freeRun,
        };
        learner = new Learner(settings, new LearnerState { Id = Id(0), Model = hasModel ? StartModel : null });
    }

    public Model StartModel { get; } = ModelOf(-1);

    public Model? Model => learner.Model;

    public LearnerState State => learner.Save();

    public RoundFacts Facts => State.Facts;

    public IReadOnlyList<Effect> Feed(Input input)
    {
        var outbox = new Outbox();
        learner.Handle(input, outbox);
        return outbox.Effects;
    }

    public IReadOnlyList<Effect> Tick(int round, bool isSettled = false) =>
        Feed(new RoundStarted(RoundOf(round)) { IsSettled = isSettled });

    /// <summary>Local steps that this life asked for, or another one.</summary>
    public IReadOnlyList<Effect> Trained(int round, Model model, int? life = null) =>
        Feed(new Trained(RoundOf(round), model, new TrainingFacts(0.5, new Quality(0.25, 1.5))) { Life = life ?? State.Life });

    public IReadOnlyList<Effect> PulledBy(int peer, ExchangeKey key) => Feed(new PullRequested(Id(peer), key));

    public IReadOnlyList<Effect> Answer(int peer, ExchangeKey key, Model model) => Feed(new ModelReceived(Id(peer), key, model));

    public IReadOnlyList<Effect> TimeOut(int peer, ExchangeKey key) => Feed(new PullTimedOut(Id(peer), key));

    /// <summary>An aggregation that this life asked for, or another one.</summary>
    public IReadOnlyList<Effect> Aggregated(ExchangeKey key, Model? model, int byzantineMet = 0, int? life = null) =>
        Feed(new Aggregated(key, model, new AggregationFacts(byzantineMet)) { Life = life ?? State.Life });

    /// <summary>Up to the pulls of the round; gives back the half-step model.</summary>
    public Model ReachPulling(int round = 1)
    {
        var halfStep = ModelOf(round);
        Tick(round);
        Trained(round, halfStep);
        return halfStep;
    }

    /// <summary>A whole round in which peers 1 … s answer; gives back the round's last effects.</summary>
    public IReadOnlyList<Effect> WholeRound(int round, int peers = 3)
    {
        ReachPulling(round);
        for (var peer = 1; peer <= peers; peer++)
        {
            Answer(peer, Key(round), ModelOf(peer));
        }

        return Aggregated(Key(round), ModelOf(100 + round));
    }

    /// <summary>The one aggregation among the effects.</summary>
    public static Aggregate TheAggregation(IReadOnlyList<Effect> effects) => Assert.Single(effects.OfType<Aggregate>());
}
