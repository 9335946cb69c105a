using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>
/// A learner to which the Byzantine role comes and goes: it always trains, pulls and aggregates like an honest one, and lies to
/// whoever pulls its model of a round in which it has the role.
/// </summary>
/// <remarks>
/// The mobile Byzantine fault of Garay 1994, with a learner's own state left whole. Accomplices that lie in the same round are
/// answered honestly. Both faces may want one model: it is pulled once and shown to both.
/// </remarks>
public sealed class MobileByzantineLearner : IMachine<MobileByzantineState>
{
    private readonly IByzantineRoles roles;
    private readonly LearnerId id;
    private readonly Learner learner;
    private readonly ByzantineLearner liar;
    private readonly Dictionary<(ExchangeKey Key, LearnerId Peer), AskedModel> asked;
    private readonly Outbox wanted = new();

    /// <summary>A learner that goes on from a state.</summary>
    public MobileByzantineLearner(LearnerSettings own, ByzantineSettings lies, MobileByzantineState state)
    {
        (roles, id) = (lies.Roles, state.Learner.Id);
        (learner, liar) = (new Learner(own, state.Learner), new ByzantineLearner(lies, state.Byzantine));
        asked = state.Asked.ToDictionary(item => (item.Key, item.Peer));
    }

    /// <inheritdoc/>
    public Model? OwnModel => learner.OwnModel;

    /// <inheritdoc/>
    public MobileByzantineState Save() => new()
    {
        Learner = learner.Save(),
        Byzantine = liar.Save(),
        Asked = [.. asked.Values.OrderBy(item => item.Key.Round).ThenBy(item => item.Key.Step).ThenBy(item => item.Peer)],
    };

    /// <inheritdoc/>
    public void Handle(Input input, Outbox outbox)
    {
        switch (input)
        {
            case RoundStarted tick:
                ForgetPullsBefore(tick.Round.Previous);
                Live(input, outbox);
                Lie(input, outbox);
                break;
            case PullRequested request when LiesTo(request): Lie(input, outbox); break;
            case ModelReceived answer: Show(answer.From, answer.Key, input, outbox); break;
            case PullTimedOut timeout: Show(timeout.Peer, timeout.Key, input, outbox); break;
            case Forged: Lie(input, outbox); break;
            case Restarted:
                asked.Clear();
                Live(input, outbox);
                Lie(input, outbox);
                break;
            default: Live(input, outbox); break;
        }
    }

    /// <inheritdoc/>
    public void CollectModels(ICollection<Model> models)
    {
        learner.CollectModels(models);
        liar.CollectModels(models);
    }

    private bool LiesTo(PullRequested request) =>
        roles.Lies(id, request.Key.Round) && !roles.Lies(request.From, request.Key.Round);

    private void Live(Input input, Outbox outbox)
    {
        wanted.Clear();
        learner.Handle(input, wanted);
        PassOn(isLie: false, outbox);
    }

    private void Lie(Input input, Outbox outbox)
    {
        wanted.Clear();
        liar.Handle(input, wanted);
        PassOn(isLie: true, outbox);
    }

    private void PassOn(bool isLie, Outbox outbox)
    {
        foreach (var effect in wanted.Effects)
        {
            if (effect is Pull pull)
            {
                Ask(pull, isLie, outbox);
            }
            else if (!isLie || effect is not Report)
            {
                outbox.Add(effect); // The learner reports for both.
            }
        }
    }

    private void Ask(Pull pull, bool isLie, Outbox outbox)
    {
        if (!asked.TryGetValue((pull.Key, pull.Peer), out var item))
        {
            item = new AskedModel(pull.Peer, pull.Key, ForItself: false, ForLies: false);
            outbox.Add(pull);
        }

        asked[(pull.Key, pull.Peer)] = item with { ForItself = item.ForItself || !isLie, ForLies = item.ForLies || isLie };
    }

    /// <summary>What nobody asked for is the learner's to count.</summary>
    private void Show(LearnerId peer, ExchangeKey key, Input input, Outbox outbox)
    {
        var isKnown = asked.Remove((key, peer), out var item);
        if (item.ForLies)
        {
            Lie(input, outbox);
        }

        if (item.ForItself || !isKnown)
        {
            Live(input, outbox);
        }
    }

    private void ForgetPullsBefore(Round round)
    {
        foreach (var old in asked.Keys.Where(item => item.Key.Round < round).ToList())
        {
            asked.Remove(old);
        }
    }
}
