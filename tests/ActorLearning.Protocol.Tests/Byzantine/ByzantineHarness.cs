using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Learner 5 of 6, accomplice of 4; everybody pulls from the next s after itself.</summary>
/// <remarks>With s = 3: 0 pulls 1, 2, 3; 1 pulls 2, 3, 4; 2 pulls 3, 4, 5; 3 pulls 0, 4, 5.</remarks>
internal sealed class ByzantineHarness
{
    private readonly ByzantineLearner learner;

    public ByzantineHarness(Reconnaissance reconnaissance, int peers = 3, int steps = 1,
        params (Round, Reconnaissance)[] changes)
    {
        var settings = new ByzantineSettings
        {
            Learners = 6,
            Steps = steps,
            Parameters = Make.Parameters,
            Peers = new NextPeers(learners: 6, peers),
            Roles = new FixedRoles(Ids(4, 5), reconnaissance, changes),
            PullDeadline = Deadline,
        };
        learner = new ByzantineLearner(settings, new ByzantineState { Id = Id(5) });
    }

    public ByzantineState State => learner.Save();

    public IReadOnlyList<Effect> Feed(Input input)
    {
        var outbox = new Outbox();
        learner.Handle(input, outbox);
        return outbox.Effects;
    }

    public IReadOnlyList<Effect> Tick(int round) => Feed(new RoundStarted(RoundOf(round)));

    public IReadOnlyList<Effect> PulledBy(int victim, ExchangeKey key) => Feed(new PullRequested(Id(victim), key));

    public IReadOnlyList<Effect> Answer(int peer, ExchangeKey key, Model model) => Feed(new ModelReceived(Id(peer), key, model));

    public IReadOnlyList<Effect> TimeOut(int peer, ExchangeKey key) => Feed(new PullTimedOut(Id(peer), key));

    public IReadOnlyList<Effect> Forged(int victim, ExchangeKey key, Model? model) => Feed(new Forged(key, Id(victim), model));

    /// <summary>Whom the effects pull from; there is nothing else among them.</summary>
    public static IEnumerable<LearnerId> Pulled(IReadOnlyList<Effect> effects) =>
        effects.Select(effect => Assert.IsType<Pull>(effect).Peer);

    /// <summary>The one lie to be made.</summary>
    public static Forge TheForgery(IReadOnlyList<Effect> effects) => Assert.IsType<Forge>(Assert.Single(effects));
}
