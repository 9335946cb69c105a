using System.Globalization;
using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Splits;
using ActorLearning.Learning.Training;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios.Catalogue;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <summary>From the mapping of a file to a scenario, with every problem reported on the way.</summary>
internal sealed partial class ScenarioReader(YamlMappingNode root, ReadingLog log, Vocabulary vocabulary)
{
    // As for CIFAR-10 everywhere.
    private const int AugmentedPixels = 4;

    private readonly Dictionary<string, ScenarioSection> sections = [];
    private readonly ScenarioSection top = new("", "", root, log);

    /// <summary>The scenario; of use only if nothing was reported.</summary>
    public Scenario? Read()
    {
        top.RefuseUnknownKeys();
        var name = top.Text("name");
        var seed = top.Whole("seed");
        var learners = (int?)top.Whole("learners");
        var peers = ReadPeers(seed, learners);
        var groups = ReadByzantine(learners, peers);
        var (data, split) = ReadData();
        RefuseMissingLabels(groups, data?.Classes);
        var model = top.Text("model") is { } text && data is not null
            ? Known.MakeModel(text, data, (offset, message) => top.Report("model", message, offset), vocabulary.OwnModels) : null;
        var backend = ReadBackend();
        var training = Section("training");
        var augmentation = ReadAugmentation(data);
        var settings = ReadTraining(training) is { } read ? read with { Augmentation = augmentation } : null;
        var start = training.Word("start");
        var pipeline = top.Text("aggregation") is { } steps
            ? Pipelines.Parse(steps, (offset, message) => top.Report("aggregation", message, offset), vocabulary) : null;
        var rounds = (int?)top.Whole("rounds");
        var exchange = ReadExchange(peers, learners, groups, rounds);
        var honest = learners - groups?.Sum(group => group.Count);
        var evaluation = ReadEvaluation(honest, data);
        var checkpoint = ReadCheckpoint();
        var faults = ReadFaults(learners);
        var hash = ReadExpectedHash();
        if (pipeline is not null && exchange is not null && learners is { } count)
        {
            RefuseImpossibleAggregation(pipeline, exchange, count);
        }

        RefuseMissingHeldBack(pipeline, settings);
        if (log.Problems.Count > 0)
        {
            return null;
        }

        return new Scenario
        {
            Name = name!,
            Seed = (ulong)seed!.Value,
            Learners = learners!.Value,
            Byzantine = groups!,
            Data = data!,
            Split = split!,
            Model = model!,
            Backend = backend!,
            Training = settings!,
            SameStart = start is "same" or "max-norm",
            StartsFromLongest = start == "max-norm",
            Exchange = exchange!,
            Aggregation = pipeline!,
            Rounds = rounds!.Value,
            Evaluation = evaluation!,
            Faults = faults,
            Checkpoint = checkpoint!,
            ExpectedModelHash = hash,
            Text = "",
            Fingerprint = log.Fingerprint,
            Settings = log.Values,
        };
    }

    /// <summary>A section; what is wrong with it as a whole is reported once, however often it is asked for.</summary>
    private ScenarioSection Section(string name)
    {
        if (sections.TryGetValue(name, out var known))
        {
            return known;
        }

        var node = top.Node(name);
        if (node is not null and not YamlMappingNode && node is not YamlScalarNode { Value: null or "" })
        {
            log.Report(node, name, $"must hold keys: {string.Join(", ", ScenarioKeys.NamesIn(name))}");
        }

        var section = new ScenarioSection(name, name, node as YamlMappingNode, log);
        section.RefuseUnknownKeys();
        return sections[name] = section;
    }

    private T? Make<T>(ScenarioSection section, string key, Section<T> part) where T : class =>
        section.Text(key) is { } text ? part.Make(text, 0, (offset, message) => section.Report(key, message, offset)) : null;

    private (DataSource? Data, ISplit? Split) ReadData()
    {
        var section = Section("data");
        DataSource? data = null;
        try
        {
            data = Make(section, "set", vocabulary.DataSets);
        }
        catch (DataSetException e)
        {
            section.Report("set", e.Message);
        }

        if (data?.Digest is { } digest)
        {
            section.Note("set.digest", digest);
        }

        return (data, Make(section, "split", vocabulary.Splits));
    }

    private Augmentation ReadAugmentation(DataSource? data)
    {
        var section = Section("data");
        var word = section.Word("augment") ?? "none";
        if (word != "none" && data?.Shape is { Height: 1, Width: 1 })
        {
            section.Report("augment", $"{word} is for images; allowed for rows of numbers: none");
        }

        return new Augmentation(
            word.Contains("crop", StringComparison.Ordinal) ? AugmentedPixels : 0,
            word.Contains("flip", StringComparison.Ordinal));
    }

    private TrainingSettings? ReadTraining(ScenarioSection section)
    {
        var batch = (int?)section.Whole("batch");
        var rate = ReadRate(section);
        var momentum = section.Number("momentum");
        var decay = section.Number("decay");
        var clip = ReadClip(section);
        var steps = (int?)section.Whole("steps");
        var isDampened = section.Word("dampening") == "momentum";
        var (affinity, holdBack) = (section.Number("affinity") ?? 0, section.Number("holdBack") ?? 0);
        return batch is null || rate is null || momentum is null || decay is null || steps is null
            ? null : new TrainingSettings(batch.Value, rate, momentum.Value, decay.Value, steps.Value, clip)
            {
                IsDampened = isDampened,
                Affinity = affinity,
                HoldBack = holdBack,
            };
    }

    private static double ReadClip(ScenarioSection section)
    {
        var text = section.Text("clip");
        if (text is null or "none")
        {
            return double.PositiveInfinity;
        }

        var norm = section.Number("clip", text, section.Node("clip"));
        if (norm <= 0)
        {
            section.Report("clip", $"{text} is out of range; allowed: a number above 0, or none");
        }

        return norm ?? double.PositiveInfinity;
    }

    private RateSchedule? ReadRate(ScenarioSection section)
    {
        if (section.Node("rate") is not YamlMappingNode steps)
        {
            return section.Number("rate") is { } rate ? RateSchedule.Constant(rate) : null;
        }

        var before = log.Problems.Count;
        var schedule = new List<(int From, double Rate)>();
        foreach (var (from, value) in steps.Children)
        {
            var (start, text) = (from.ToString(), value.ToString());
            if (!int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var iteration)
                || (schedule.Count > 0 && iteration <= schedule[^1].From))
            {
                log.Report(from, "training.rate",
                    $"{start} is not an iteration; write them ascending from 0, as in {{0: 0.5, 500: 0.1}}");
            }
            else if (section.Number("rate", text, value) is { } rate)
            {
                section.Note($"rate.{start}", rate.ToString(CultureInfo.InvariantCulture));
                schedule.Add((iteration, rate));
            }
        }

        if (log.Problems.Count == before && schedule is not [{ From: 0 }, ..])
        {
            log.Report(steps, "training.rate", "a schedule begins at iteration 0");
        }

        return new RateSchedule(schedule);
    }

    private void RefuseMissingHeldBack(AggregationPipeline? pipeline, TrainingSettings? settings)
    {
        if (pipeline?.NeedsHeldBackData == true && settings is { HoldBack: 0 })
        {
            top.Report("aggregation", "measures losses on held-back data, and training.holdBack is 0; set it to 0.1, say");
        }
    }

    private EvaluationSettings? ReadEvaluation(int? honest, DataSource? data)
    {
        var section = Section("evaluate");
        var (every, learners, images) =
            ((int?)section.Whole("every"), section.WholeOrWord("learners"), section.WholeOrWord("images"));
        if (learners > honest)
        {
            section.Report("learners", $"{learners} are more than the {honest} honest learners there are");
        }

        if (images > data?.Test)
        {
            section.Report("images", $"{images} are more than the {data.Test} test examples there are");
        }

        var afterTraining = section.Word("afterTraining") == "yes";
        return every is null ? null : new EvaluationSettings(every.Value, learners, images, afterTraining);
    }

    private CheckpointSettings? ReadCheckpoint()
    {
        var section = Section("checkpoint");
        var every = section.WholeOrDuration("every");
        int? models = section.Text("models") switch
        {
            "auto" => null,
            "all" => int.MaxValue,
            "none" => 0,
            _ => section.WholeOrWord("models"),
        };
        return every is null ? null : new CheckpointSettings(every.Value.Number ?? 0, every.Value.Time, models);
    }

    private string? ReadExpectedHash()
    {
        var section = Section("expect");
        if (section.Node("modelHash") is null or YamlScalarNode { Value: null or "" })
        {
            return null;
        }

        var text = section.Text("modelHash");
        if (text is not null && (text.Length != 64 || !text.All(char.IsAsciiHexDigitLower)))
        {
            section.Report("modelHash", $"{text} is not 64 lower-case hexadecimal digits");
        }

        return text;
    }
}
