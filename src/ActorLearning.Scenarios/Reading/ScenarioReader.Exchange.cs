using System.Globalization;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Robustness.Planning;
using ActorLearning.Scenarios.Catalogue;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

internal sealed partial class ScenarioReader
{
    private static readonly Option Confidence =
        new("confidence", "the wanted probability", "0.99") { Least = 0, IsLeastExcluded = true, Most = 0.999999999 };

    private ExchangeSettings? ReadExchange(
        PeerNetwork? peers, int? learners, IReadOnlyList<ByzantineGroup>? groups, int? rounds)
    {
        var section = Section("exchange");
        var byzantine = groups?.Sum(group => group.Count);
        var steps = (int?)section.Whole("steps");
        var deadline = section.Duration("deadline");
        var missing = section.Word("missing");
        var replacements = (int?)section.Whole("replacement");
        var ticks = Make(section, "ticks", Known.Ticks);
        var affinity = section.Number("affinity");
        var patience = section.Duration("patience");
        var roundDeadline = section.Duration("roundDeadline");
        var setting = peers is null || learners is null || byzantine is null || rounds is null || steps is null ? null
            : new PullSetting(learners.Value, byzantine.Value, Exchanges(rounds.Value, steps.Value), replacements ?? 0);
        RefuseRolesThatMoveWithoutTicks(section, ticks, groups);
        if (replacements > 0 && peers?.Graph is not null)
        {
            section.Report("replacement", "on a graph there are no fresh peers; allowed: 0");
        }

        var assumed = peers is null || peers.Text.StartsWith("pull(", StringComparison.Ordinal)
            ? ReadAssumed(section, peers?.Count, setting, automatic: null)
            : ReadAssumed(section, peers.Count, setting, confidence => GraphBound(peers, learners, groups, confidence));
        if (peers is null || steps is null || deadline is null || missing is null || replacements is null
            || ticks is null || patience is null || roundDeadline is null || assumed is null)
        {
            return null;
        }

        var policy = missing switch { "fault" => MissingPolicy.Fault, "skip" => MissingPolicy.Skip, _ => MissingPolicy.Own };
        return new ExchangeSettings(
            peers, steps.Value, deadline.Value, policy, replacements.Value, assumed.Value, ticks, patience.Value,
            roundDeadline.Value)
        {
            Affinity = affinity ?? 0,
        };
    }

    /// <summary>Without ticks learners are in different rounds at a time, and who lies is a matter of the round.</summary>
    private static void RefuseRolesThatMoveWithoutTicks(
        ScenarioSection section, RoundTicks? ticks, IReadOnlyList<ByzantineGroup>? groups)
    {
        if (ticks is null or { Staleness: null } || groups is null)
        {
            return;
        }

        if (groups.Any(group => group.Rotate > 0))
        {
            section.Report("ticks", "without ticks there are no common rounds in which a role could move; "
                + "leave out byzantine.rotate or take ticks: round");
        }

        if (groups.Any(group => group.Attacks.Steps.Select(step => step.Attack.Knowledge.HasFlag(AdversaryKnowledge.OwnData))
            .Distinct().Count() > 1))
        {
            section.Report("ticks", "without ticks an attack that trains, as label-flip, cannot take turns with one that "
                + "answers with lies; take one of them throughout or ticks: round");
        }
    }

    /// <summary>Every exchange of a round draws its peers anew, so a run has this many draws a learner.</summary>
    private static int Exchanges(int rounds, int steps) => (int)Math.Min(int.MaxValue, (long)rounds * steps);

    /// <summary>
    /// A number of peers, or <c>auto(confidence=…)</c>: the least bound that holds in the whole run with that probability.
    /// </summary>
    private static int? ReadAssumed(
        ScenarioSection section, int? peers, PullSetting? setting, Func<double, int>? automatic)
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

        if (automatic is not null)
        {
            return automatic(arguments.Number("confidence"));
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
        if (exchange.Peers.Graph is { } graph)
        {
            RefuseImpossibleAggregation(pipeline, graph, assumed);
            return;
        }

        if (pipeline.Refusal(peers + 1, assumed) is not { } reason)
        {
            return;
        }

        bool CanDo(int count) => pipeline.Refusal(count + 1, assumed) is null;
        var enough = Enumerable.Range(peers, learners - peers).FirstOrDefault(CanDo);
        var fewer = Enumerable.Range(1, peers).LastOrDefault(CanDo);
        top.Report("aggregation", $"{reason}: {exchange.Peers.Text} brings {peers} and the own one. "
            + (enough > 0 ? $"Pull {enough} or more, or assume fewer Byzantine peers."
                : fewer > 0 ? $"Pull {fewer} or fewer, or assume fewer Byzantine peers."
                : "Assume fewer Byzantine peers."));
    }

    private void RefuseImpossibleAggregation(AggregationPipeline pipeline, Graph graph, int assumed)
    {
        var unable = Enumerable.Range(0, graph.Learners)
            .Where(number => pipeline.Refusal(graph.DegreeOf(number) + 1, assumed) is not null).ToList();
        if (unable.Count > 0)
        {
            var degree = graph.DegreeOf(unable[0]);
            var others = unable.Count == 1 ? "" : $", and so for {unable.Count - 1} more";
            top.Report("aggregation", $"{pipeline.Refusal(degree + 1, assumed)}: learner {unable[0]} has {degree} neighbour(s) "
                + $"and its own model{others}. Take a graph with more edges, a rule of the gossip family, "
                + "or assume fewer Byzantine peers.");
        }
    }
}
