using System.Globalization;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <remarks>Who lies, and how.</remarks>
internal sealed partial class ScenarioReader
{
    private IReadOnlyList<ByzantineGroup>? ReadByzantine(int? learners, PeerNetwork? peers)
    {
        var node = top.Node("byzantine");
        var groups = new List<ByzantineGroup>();
        if (node is YamlSequenceNode list)
        {
            for (var i = 0; i < list.Children.Count; i++)
            {
                if (list.Children[i] is not YamlMappingNode mapping)
                {
                    log.Report(list.Children[i], $"byzantine[{i}]", "must hold keys, as in { count: 3, attack: alie }");
                    continue;
                }

                var path = list.Children.Count == 1 ? "byzantine" : $"byzantine[{i}]";
                var section = new ScenarioSection("byzantine", path, mapping, log);
                section.RefuseUnknownKeys();
                ReadGroup(section, learners, peers, groups);
            }
        }
        else
        {
            ReadGroup(Section("byzantine"), learners, peers, groups);
        }

        var turns = groups.Select(group => group.Rotate).Where(rotate => rotate > 0).Distinct().ToList();
        if (turns.Count > 1)
        {
            log.Report(node, "byzantine.rotate",
                $"is {string.Join(" and ", turns)}: groups that rotate do so together, so give them one number, or 0");
        }

        var placed = groups.SelectMany(group => group.Placement ?? []).ToList();
        if (placed.Distinct().Count() < placed.Count)
        {
            log.Report(node, "byzantine", "a learner stands in two placements");
        }

        if (groups.Sum(group => group.Count) >= learners)
        {
            log.Report(node, "byzantine.count", $"{groups.Sum(group => group.Count)} of {learners} learners leave no honest one; "
                + $"allowed: 0 to {learners - 1}");
            return null;
        }

        RefuseMissingTargets(node, groups, learners);
        return groups;
    }

    private void ReadGroup(ScenarioSection section, int? learners, PeerNetwork? peers, List<ByzantineGroup> groups)
    {
        var count = (int?)section.Whole("count");
        var (attack, text) = ReadAttack(section);
        var rotate = (int?)section.Whole("rotate");
        var placement = ReadPlacement(section, learners, count, peers);
        if (placement is not null && count is not null && placement.Count != count)
        {
            section.Report("placement", $"lists {placement.Count} learners, the count is {count}");
        }

        if (count > 0 && attack is not null)
        {
            groups.Add(new ByzantineGroup(count.Value, attack, text!, placement, rotate ?? 0));
        }
    }

    private (AttackSchedule? Attack, string? Text) ReadAttack(ScenarioSection section)
    {
        if (section.Node("attack") is not YamlMappingNode steps)
        {
            var constant = Make(section, "attack", vocabulary.Attacks);
            return (constant is null ? null : AttackSchedule.Constant(constant), section.Text("attack"));
        }

        var (schedule, texts) = (new List<(int From, IAttack Attack)>(), new List<string>());
        foreach (var (from, value) in steps.Children)
        {
            var (start, text) = (from.ToString(), value.ToString());
            section.Note($"attack.{start}", text);
            texts.Add($"{start}: {text}");
            if (!int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var round)
                || (schedule.Count == 0 ? round != 0 : round <= schedule[^1].From))
            {
                section.Report(from, "attack",
                    $"{start} is not a round; write them ascending from 0, as in {{0: silent, 50: alie}}");
            }

            if (vocabulary.Attacks.Make(text, 0, (at, message) => section.Report(value, "attack", message, at)) is { } attack)
            {
                schedule.Add((round, attack));
            }
        }

        if (texts.Count == 0)
        {
            section.Report("attack", "a schedule begins at round 0, as in {0: silent, 50: alie}");
        }

        return (schedule.Count == 0 ? null : new AttackSchedule(schedule), $"{{ {string.Join(", ", texts)} }}");
    }

    private void RefuseMissingLabels(IEnumerable<ByzantineGroup>? groups, int? classes)
    {
        foreach (var (_, attack) in (groups ?? []).SelectMany(group => group.Attacks.Steps))
        {
            if (attack.Label >= classes)
            {
                log.Report(top.Node("byzantine"), "byzantine.attack",
                    $"label {attack.Label} is none of the data set: there are {classes}, from 0 on");
            }
        }
    }

    private void RefuseMissingTargets(YamlNode? node, List<ByzantineGroup> groups, int? learners)
    {
        var honest = learners - groups.Sum(group => group.Count);
        foreach (var (_, attack) in groups.SelectMany(group => group.Attacks.Steps))
        {
            if (attack.Target >= honest)
            {
                log.Report(node, "byzantine.attack",
                    $"target {attack.Target} is no honest learner: there are {honest}, from 0 on");
            }
        }
    }

    private List<int>? ReadPlacement(ScenarioSection section, int? learners, int? count, PeerNetwork? peers)
    {
        if (section.Node("placement") is not YamlSequenceNode list)
        {
            var isHighest = section.Word("placement") == "highest-degree";
            if (isHighest && peers is { Graph: null })
            {
                section.Report("placement", "highest-degree needs a graph: with pull every learner has the same degree");
            }

            return isHighest && peers?.Graph is { } graph ? MostNeighbours(graph, count ?? 0) : null;
        }

        var placement = new List<int>();
        section.Note("placement", string.Join(",", list.Children));
        foreach (var item in list.Children)
        {
            if (int.TryParse((item as YamlScalarNode)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && !(number >= learners))
            {
                placement.Add(number);
            }
            else
            {
                section.Report("placement", learners is null ? $"{item} is not a learner's number"
                    : $"{item} is not a learner; they are numbered 0 to {learners - 1}");
            }
        }

        return placement.Count == list.Children.Count ? placement : null;
    }

    /// <summary>The learners with the most neighbours; of equals those of lower number.</summary>
    private static List<int> MostNeighbours(Graph graph, int count) =>
        [.. Enumerable.Range(0, graph.Learners).OrderByDescending(graph.DegreeOf).Take(count).Order()];
}
