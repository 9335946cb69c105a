using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.States;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Networks;

/// <remarks>
/// Effects: what machines want done gets under way, work is done at once and its result travels like a message.
/// </remarks>
public sealed partial class SimulatedNetwork
{
    private void Perform(int by, Effect effect)
    {
        switch (effect)
        {
            case Train train:
                Post(
                    new Happening(HappeningKind.Trained, new ExchangeKey(train.Round, 0), Happening.Nobody, by),
                    work.Train(by, train));
                break;
            case Pull pull: Ask(by, pull); break;
            case Reply reply: Answer(by, reply); break;
            case Aggregate mix:
                var mixed = work.Aggregate(by, mix);
                watch.Aggregated(by, mix, mixed);
                Post(new Happening(HappeningKind.Aggregated, mix.Key, Happening.Nobody, by), mixed);
                break;
            case Forge forge:
                Post(new Happening(HappeningKind.Forged, forge.Key, forge.Victim.Number, by), work.Forge(by, forge));
                break;
            case Report report:
                Post(
                    new Happening(HappeningKind.Report, new ExchangeKey(report.Round, 0), by, Happening.Nobody),
                    new Reported(new LearnerId(by), report.Round, report.Facts));
                break;
            case Tick tick: Broadcast(tick); break;
            case WakeAfter timer:
                var kind = timer.Why == WakeReason.Patience ? HappeningKind.Patience : HappeningKind.Deadline;
                var what = new Happening(kind, new ExchangeKey(timer.Round, 0), Happening.Nobody, Happening.Nobody);
                Post(what, new Woke(timer.Why, timer.Round), Now + timer.Delay);
                break;
            case RunEnded or RunStuck:
                IsOver = true;
                CompareWithPlain();
                break;
            case RoundEnded: break;
            default: throw new NotSupportedException($"the simulated network cannot perform {effect.GetType().Name}");
        }
    }

    private void Ask(int by, Pull pull)
    {
        if (IsLearner(pull.Peer.Number))
        {
            Post(
                new Happening(HappeningKind.Pull, pull.Key, by, pull.Peer.Number),
                new PullRequested(new LearnerId(by), pull.Key));
        }

        Post(
            new Happening(HappeningKind.Timeout, pull.Key, pull.Peer.Number, by), new PullTimedOut(pull.Peer, pull.Key),
            Now + pull.Deadline);
    }

    private void Answer(int by, Reply reply)
    {
        if (!IsLearner(reply.To.Number))
        {
            return; // An answer to nobody reaches nobody.
        }

        var kind = reply.Model is null ? HappeningKind.Refusal : HappeningKind.Answer;
        Input input = reply.Model is null
            ? new PullTimedOut(new LearnerId(by), reply.Key)
            : new ModelReceived(new LearnerId(by), reply.Key, reply.Model);
        var due = reply.Delay > TimeSpan.Zero ? Now + reply.Delay : TimeSpan.Zero;
        Post(new Happening(kind, reply.Key, by, reply.To.Number), input, due);
    }

    private void Broadcast(Tick tick)
    {
        var round = tick.Round;
        var started = new RoundStarted(round) { IsSettled = tick.IsSettled };
        underWay.RemoveAll(item =>
            item.What.Kind is HappeningKind.Patience or HappeningKind.Deadline && item.What.Key.Round < round);
        for (var number = 0; number < learners; number++)
        {
            Post(new Happening(HappeningKind.Tick, new ExchangeKey(round, 0), Happening.Nobody, number), started);
        }
    }

    private bool IsLearner(int number) => number >= 0 && number < learners;

    private void Post(Happening what, Input input, TimeSpan due = default)
    {
        underWay.Add(new Pending(what, input, ContentOf(input), due, IsHeld: false));
        watch.Posted(underWay.Count);
    }

    private ulong ContentOf(Input input)
    {
        switch (input)
        {
            case ModelReceived answer: return SmallModel.DigestOf(answer.Model);
            case Trained trained: return SmallModel.DigestOf(trained.Model);
            case Aggregated { Model: { } model }: return SmallModel.DigestOf(model);
            case Forged { Model: { } model } forged:
                return SmallModel.DigestOf(model) + (ulong)forged.Delay.Ticks + (ulong)forged.Repeats;
            case Reported report:
                digest.Restart();
                Shape<RoundFacts>.Read(report.Facts, digest);
                return digest.Value;
            default: return 0;
        }
    }
}
