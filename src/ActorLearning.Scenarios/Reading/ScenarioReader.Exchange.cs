using System.Globalization;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Planning;
using ActorLearning.Scenarios.Catalogue;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

internal sealed partial class ScenarioReader
{
    private static readonly Option Confidence =
        new("confidence", "the wanted probability", "0.99") { Least = 0, IsLeastExcluded = true, Most = 0.999999999 };

    private ExchangeSettings? ReadExchange(int? learners, int? byzantine, int? rounds)
    {
        var section = Section("exchange");
        var peers = Make(section, "peers", Known.Peers);
        if (peers?.Count >= learners)
        {
            section.Report("peers", $"pulls from {peers!.Count} peers, but of {learners} learners each has only {learners - 1}");
            peers = null;
        }

        var steps = (int?)section.Whole("steps");
        var deadline = section.Duration("deadline");
        var missing = section.Word("missing");
        var replacements = (int?)section.Whole("replacement");
        var patience = section.Duration("patience");
        var roundDeadline = section.Duration("roundDeadline");
        var setting = peers is null || learners is null || byzantine is null || rounds is null || steps is null ? null
            : new PullSetting(learners.Value, byzantine.Value, Exchanges(rounds.Value, steps.Value), replacements ?? 0);
        var assumed = ReadAssumed(section, peers?.Count, setting);
        if (peers is null || steps is null || deadline is null || missing is null || replacements is null
            || patience is null || roundDeadline is null || assumed is null)
        {
            return null;
        }

        var policy = missing switch { "fault" => MissingPolicy.Fault, "skip" => MissingPolicy.Skip, _ => MissingPolicy.Own };
        return new ExchangeSettings(
            peers, steps.Value, deadline.Value, policy, replacements.Value, assumed.Value, patience.Value, roundDeadline.Value);
    }

    /// <summary>Every exchange of a round draws its peers anew, so a run has this many draws a learner.</summary>
    private static int Exchanges(int rounds, int steps) => (int)Math.Min(int.MaxValue, (long)rounds * steps);

    /// <summary>
    /// A number of peers, or <c>auto(confidence=…)</c>: the least bound that holds in the whole run with that probability.
    /// </summary>
    private int? ReadAssumed(ScenarioSection section, int? peers, PullSetting? setting)
    {
        if (section.Text("assumedByzantine") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number > peers)
            {
                section.Report("assumedByzantine", $"{number} of {peers} pulled models; allowed: 0 to {peers}");
                return null;
            }

            return number;
        }

        var call = Call.Parse(text);
        if (call?.Name != "auto")
        {
            section.Report("assumedByzantine", $"{text} is neither a whole number nor auto(confidence=0.99)");
            return null;
        }

        var arguments = Arguments.Bind(call, [Confidence], (offset, message) =>
            section.Report("assumedByzantine", message, offset));
        if (arguments is null || setting is null || peers is null)
        {
            return null;
        }

        var bound = PullPlanner.SmallestBound(setting, peers.Value, arguments.Number("confidence"));
        if (bound is null)
        {
            var plan = PullPlanner.SmallestPeers(setting, arguments.Number("confidence"));
            section.Report("assumedByzantine",
                $"no bound below half of the models holds with confidence {arguments.Word("confidence")} "
                + $"when {peers} of {setting.Learners} learners are pulled"
                + (plan is null ? "" : $"; pull({plan.Peers}) with {plan.AssumedByzantine} does"));
        }

        return bound;
    }

    private void RefuseImpossibleAggregation(AggregationPipeline pipeline, ExchangeSettings exchange, int learners)
    {
        var (peers, assumed) = (exchange.Peers.Count, exchange.AssumedByzantine);
        if (pipeline.Refusal(peers + 1, assumed) is not { } reason)
        {
            return;
        }

        bool CanDo(int count) => pipeline.Refusal(count + 1, assumed) is null;
        var enough = Enumerable.Range(peers, learners - peers).FirstOrDefault(CanDo);
        var fewer = Enumerable.Range(1, peers).LastOrDefault(CanDo);
        top.Report("aggregation", $"{reason}: pull({peers}) brings {peers} and the own one. "
            + (enough > 0 ? $"Pull {enough} or more, or assume fewer Byzantine peers."
                : fewer > 0 ? $"Pull {fewer} or fewer, or assume fewer Byzantine peers."
                : "Assume fewer Byzantine peers."));
    }
}
