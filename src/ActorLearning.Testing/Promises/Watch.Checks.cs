using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Testing.Promises;

/// <remarks>What is checked of effects.</remarks>
internal sealed partial class Watch
{
    /// <summary>An effect that only a learner in that round wants.</summary>
    private void Begin(int by, int round, string what)
    {
        var ledger = ledgers[by];
        if (round <= ledger.Begun || round <= ledger.Reported)
        {
            Broken(Promise.RoundsGrow, by, $"{what} round {round} after it began {ledger.Begun} and reported {ledger.Reported}");
        }

        ledgers[by] = ledger with { Begun = round, Pulls = [] };
    }

    private void Ask(int by, Pull pull)
    {
        var ledger = ledgers[by];
        if (pull.Key.Round.Number > ledger.Begun)
        {
            Begin(by, pull.Key.Round.Number, "pulls for"); // It joins a running run: without a model it does not train.
            ledger = ledgers[by];
        }

        var isNew = ledger.Pulls.All(other => other.Key == pull.Key);
        var pulls = isNew ? ledger.Pulls : [];
        var isGood = pull.Peer.Number >= 0 && pull.Peer.Number < learners && pull.Peer.Number != by
            && pull.Key.Round.Number == ledger.Begun && pulls.All(other => other.Peer != pull.Peer.Number);
        if (!isGood)
        {
            Broken(Promise.OneAnswer, by, $"asks learner {pull.Peer} for {pull.Key} in round {ledger.Begun}, or asks it twice");
        }

        ledgers[by] = ledger with
        {
            Pulls = pulls.Add(new Ledger.Asked(pull.Key, pull.Peer.Number, Ledger.PullState.Open, null)),
        };
    }

    private void Settle(int by, Reply reply)
    {
        var debt = new Ledger.Debt(reply.Key, reply.To.Number);
        if (!ledgers[by].Debts.Contains(debt) && asking != debt) // Whoever asks may be answered, though it has asked for more.
        {
            Broken(Promise.EveryPullAnswered, by, $"answers learner {reply.To} for {reply.Key}, who does not wait for that");
        }

        ledgers[by] = ledgers[by] with { Debts = ledgers[by].Debts.Remove(debt) };
    }

    private void Check(int by, Aggregate mix)
    {
        var pulls = ledgers[by].Pulls;
        for (var i = 0; i < mix.Contributions.Count; i++)
        {
            var (peer, model, answered) = mix.Contributions[i];
            for (var j = 0; j < i; j++)
            {
                if (mix.Contributions[j].Peer == peer)
                {
                    Broken(Promise.OneAnswer, by, $"aggregates two models of learner {peer} in exchange {mix.Key}");
                }
            }

            if (peer.Number != by && answered)
            {
                var asked = pulls.FirstOrDefault(pull => pull.Peer == peer.Number && pull.Key == mix.Key);
                CheckAnswer(by, mix.Key, peer, model, asked);
            }
        }
    }

    private void CheckAnswer(int by, ExchangeKey key, LearnerId peer, Model model, Ledger.Asked pull)
    {
        if (pull.Key != key || pull.State != Ledger.PullState.Answered)
        {
            Broken(
                Promise.OneAnswer, by, $"aggregates a model of learner {peer} in exchange {key} that it was not given in time");
        }
        else if (!ReferenceEquals(pull.First, model))
        {
            Broken(
                Promise.OneAnswer, by, $"aggregates another model of learner {peer} in exchange {key} than the first it got");
        }
    }

    /// <summary>An aggregation with its result: is it as near to the honest models as the rule promises?</summary>
    public void Aggregated(int by, Aggregate mix, Aggregated result)
    {
        if (!IsHonest(by) || result.Model is not { } model)
        {
            return;
        }

        var honest = new List<float[]>(mix.Contributions.Count);
        foreach (var contribution in mix.Contributions)
        {
            var isOwn = contribution.Peer.Number == by || !contribution.Answered;
            if (isOwn || IsHonest(contribution.Peer.Number))
            {
                honest.Add(contribution.Model.Values);
            }
        }

        var (m, f) = (mix.Contributions.Count, mix.AssumedByzantine);
        if (m - honest.Count > f || Kappa(m, f) is not { } kappa)
        {
            return; // More Byzantine models than assumed, or no promise to keep.
        }

        var chosen = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(honest)[..(m - f)];
        var (distance, variance, rounding) = RobustnessBound.Measure(model.Values, chosen);
        if (!(distance <= (kappa * variance) + rounding))
        {
            Broken(Promise.Robustness, by, $"aggregates {m} models, {m - honest.Count} of them Byzantine, into one at squared "
                + $"distance {distance:G4} from the honest mean; the rule promises {kappa * variance:G4}");
        }
    }

    private void Check(int by, Report report)
    {
        var (ledger, facts, round) = (ledgers[by], report.Facts, report.Round.Number);
        if (round < ledger.Reported || round < ledger.Begun)
        {
            Broken(Promise.RoundsGrow, by, $"reports round {round} after it began {ledger.Begun} and reported {ledger.Reported}");
        }

        if (facts.Pulls != facts.Answers + facts.Broken + facts.Timeouts)
        {
            Broken(Promise.FactsAddUp, by, $"reports {facts.Pulls} pulls, {facts.Answers} answers, {facts.Broken} broken, "
                + $"{facts.Timeouts} timeouts in round {round}");
        }

        ledgers[by] = ledger with { Reported = round };
    }

    private void See(Effect effect)
    {
        switch (effect)
        {
            case Tick tick:
                var isAgain = tick.Round.Number == ticked && ended == ticked - 1; // After a time away it ticks again.
                if (!isAgain && (tick.Round.Number != ticked + 1 || ended != ticked))
                {
                    Broken(Promise.RoundsGrow, learners, $"starts round {tick.Round} after {ticked}, ended {ended}");
                }

                ticked = tick.Round.Number;
                break;
            case RoundEnded end:
                var isWhole = end.Reports.Count + end.Missing.Count == learners && !end.Missing.Any(end.Reports.ContainsKey);
                if (end.Round.Number != ticked || ended != ticked - 1 || !isWhole)
                {
                    Broken(Promise.FactsAddUp, learners, $"ends round {end.Round} with {end.Reports.Count} reports and "
                        + $"{end.Missing.Count} missing of {learners} learners, ticked {ticked}, ended {ended}");
                }

                ended = end.Round.Number;
                break;
            case RunEnded end when end.Round.Number != ended || ended != plan.Scenario.Rounds:
                Broken(Promise.NoHang, learners, $"ends the run after round {ended} of {plan.Scenario.Rounds}");
                break;
            default: break;
        }
    }
}
