using ActorLearning.Engine.Records;
using ActorLearning.Learning.Data;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Splits;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>
/// A scenario with its data at hand: everything an engine needs to make learners. Immutable, shared by all threads.
/// </summary>
public sealed class RunSetup
{
    private readonly int[]?[] shards;
    private readonly int[]?[] heldBack;
    private readonly bool[]?[] seen;
    private readonly int?[] rarest;
    private readonly int longest;
    private readonly Dictionary<IAttack, LocalTraining> poisoned = [];
    private readonly Lazy<int[][]> byLabel;
    private readonly HashSet<int>? evaluated;

    private RunSetup(Scenario scenario, IObjective objective, DataSet data)
    {
        (Scenario, Objective) = (scenario, objective);
        Population = new Population(scenario);
        Machines = new MachineSettings(scenario, Population, objective.Parameters);
        Weights = scenario.Exchange.Peers.Graph is { } graph ? new GraphWeights(graph) : null;
        Examples = data;
        byLabel = new Lazy<int[][]>(() => LabelIndex.Of(data.Training, data.Classes));
        shards = Deal(scenario, Population, data);
        Shards = [.. Population.Honest.Select(number => LearnerShard.Of(number, shards[number]!, data))];
        seen = Array.ConvertAll(shards, shard => shard is null ? null : Labels(shard, data));
        rarest = Array.ConvertAll(shards, shard => shard is null ? (int?)null : LearnerShard.Of(0, shard, data).Rarest);
        heldBack = HoldBack(scenario, shards);
        longest = scenario.StartsFromLongest ? Longest() : 0;
        Training = new LocalTraining(objective, data.Training, scenario.Training, scenario.Seed, data.Shape);
        foreach (var (_, attack) in scenario.Byzantine.SelectMany(group => group.Attacks.Steps))
        {
            if (attack.Knowledge.HasFlag(AdversaryKnowledge.OwnData))
            {
                var told = new RelabelledSamples(data.Training, label => attack.Poison(label, data.Classes));
                poisoned[attack] = new LocalTraining(objective, told, scenario.Training, scenario.Seed, data.Shape);
            }
        }

        var images = Sample(StreamPurpose.EvaluationImages, data.Test.Count, scenario.Evaluation.Images);
        Evaluator = new Evaluator(objective, data.Test, images);
        evaluated = Sample(StreamPurpose.EvaluationLearners, Population.Honest.Count, scenario.Evaluation.Learners)?.ToHashSet();
    }

    /// <summary>What is run.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its model, as its backend computes it.</summary>
    public IObjective Objective { get; }

    /// <summary>Who is honest and who is not.</summary>
    public Population Population { get; }

    /// <summary>The local half of a round.</summary>
    public LocalTraining Training { get; }

    /// <summary>The mixing weights of the graph; null where peers are drawn anew in every exchange.</summary>
    public GraphWeights? Weights { get; }

    /// <summary>The data set.</summary>
    public DataSet Examples { get; }

    /// <summary>The test examples.</summary>
    public Evaluator Evaluator { get; }

    /// <summary>Loads the data of a scenario and deals it out.</summary>
    /// <exception cref="InputException">
    /// The data is missing or damaged, or leaves a learner without examples; or the backend cannot compute here.
    /// </exception>
    public static RunSetup Load(Scenario scenario)
    {
        try
        {
            return new RunSetup(scenario, Backends.Make(scenario), scenario.Data.Load());
        }
        catch (DataSetException e)
        {
            throw new InputException("data", e.Message);
        }
    }

    /// <summary>The training examples of a learner that takes part.</summary>
    public int[] ShardOf(LearnerId learner) => shards[learner.Number]
        ?? throw new InvalidOperationException($"learner {learner} is Byzantine and has no data");

    /// <summary>How many examples of each label every honest learner has, ascending by learner.</summary>
    public IReadOnlyList<LearnerShard> Shards { get; }

    /// <summary>The examples a learner keeps from training; none unless the scenario says so.</summary>
    public int[] HeldBackOf(LearnerId learner) => heldBack[learner.Number] ?? [];

    /// <summary>Measures models on what a learner keeps from training.</summary>
    public Evaluator HeldBack(LearnerId learner) => new(Objective, Examples.Training, HeldBackOf(learner));

    /// <summary>Whether a learner has examples of each label; null where it has all of them.</summary>
    public bool[]? SeenBy(LearnerId learner) => seen[learner.Number];

    /// <summary>The label a learner has fewest examples of, of equals the first; null for one without data.</summary>
    public int? RarestOf(LearnerId learner) => rarest[learner.Number];

    /// <summary>All training examples of a label.</summary>
    public ReadOnlySpan<int> ExamplesOf(int label) => byLabel.Value[label];

    /// <summary>The local half of a learner's round: on poisoned labels where its attack in that round is that.</summary>
    public LocalTraining TrainingOf(LearnerId learner, Round round) =>
        poisoned.Count > 0 && Population.At(round).GroupOf(learner) is { } group
        && poisoned.TryGetValue(group.Attacks.At(round.Number), out var training) ? training : Training;

    /// <summary>Whether a learner is evaluated after a round.</summary>
    public bool IsEvaluated(LearnerId learner, Round round) =>
        Scenario.Evaluation.IsDue(round.Number, Scenario.Rounds)
        && Population.At(round).RankOf(learner) is { } rank && evaluated?.Contains(rank) != false;

    /// <summary>The parameters a learner starts from.</summary>
    public float[] StartOf(LearnerId learner)
    {
        var start = new float[Objective.Parameters];
        var whose = Scenario.StartsFromLongest ? longest + 1 : Scenario.SameStart ? 0 : learner.Number + 1;
        Objective.Initialize(start, new RandomStream(Scenario.Seed, StreamPurpose.Start, whose));
        return start;
    }

    /// <summary>What the machines know.</summary>
    public MachineSettings Machines { get; }

    /// <summary>Byzantine peers in a learner's pull; 1 at least, for whoever asks is one that was asked.</summary>
    public int AccomplicesIn(LearnerId victim, ExchangeKey key) => Machines.AccomplicesIn(victim, key);

    /// <summary>The honest peers of a learner in an exchange, ascending.</summary>
    public LearnerId[] HonestPeersOf(LearnerId learner, ExchangeKey key) => Machines.HonestPeersOf(learner, key);

    private static int[]?[] Deal(Scenario scenario, Population population, DataSet data)
    {
        var random = new RandomStream(scenario.Seed, StreamPurpose.Split);
        var all = Enumerable.Range(0, scenario.Learners);
        var owners = all.Where(number => population.TakesPart(new LearnerId(number))).ToArray();
        var dealt = scenario.Split.Deal(data.Training, data.Classes, owners.Length, random);
        var shards = new int[]?[scenario.Learners];
        var empty = new List<int>();
        for (var i = 0; i < dealt.Length; i++)
        {
            shards[owners[i]] = dealt[i];
            if (dealt[i].Length == 0)
            {
                empty.Add(owners[i]);
            }
        }

        return empty.Count == 0 ? shards : throw new InputException(
            "data.split", $"leaves {empty.Count} learner(s) without training examples, the first is learner {empty[0]}. "
            + "Take fewer learners, a larger alpha, or dirichlet(alpha, per=…), which draws a fixed number for each.");
    }

    private static bool[]? Labels(int[] shard, DataSet data)
    {
        var has = new bool[data.Classes];
        foreach (var example in shard)
        {
            has[data.Training.Labels[example]] = true;
        }

        return Array.TrueForAll(has, one => one) ? null : has;
    }

    /// <summary>Takes the share that is held back out of every shard, by chance; at least one example stays.</summary>
    private static int[]?[] HoldBack(Scenario scenario, int[]?[] shards)
    {
        var kept = new int[]?[shards.Length];
        for (var number = 0; number < shards.Length && scenario.Training.HoldBack > 0; number++)
        {
            if (shards[number] is { } shard)
            {
                var order = (int[])shard.Clone();
                new RandomStream(scenario.Seed, StreamPurpose.HoldBack, number).Shuffle(order);
                var count = Math.Min(shard.Length - 1, (int)Math.Ceiling(scenario.Training.HoldBack * shard.Length));
                kept[number] = [.. order[..count].Order()];
                shards[number] = [.. order[count..].Order()];
            }
        }

        return kept;
    }

    /// <summary>
    /// The learner, honest at first, whose own start is the longest: what P2PL's neighbours agree on by handing on the longer
    /// model until nobody knows a longer one. Of equals the lower number.
    /// </summary>
    private int Longest()
    {
        var start = new float[Objective.Parameters];
        return Population.At(default).Honest.MaxBy(number =>
        {
            Objective.Initialize(start, new RandomStream(Scenario.Seed, StreamPurpose.Start, number + 1));
            return Distances.SquaredNorm(start);
        });
    }

    private int[]? Sample(StreamPurpose purpose, int count, int? wanted)
    {
        if (wanted is null || wanted >= count)
        {
            return null;
        }

        var sample = new int[wanted.Value];
        new RandomStream(Scenario.Seed, purpose).NextDistinct(count, sample);
        Array.Sort(sample);
        return sample;
    }
}
