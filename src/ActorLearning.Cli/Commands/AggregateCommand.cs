using System.CommandLine;
using System.Globalization;
using ActorLearning.Cli.Vectors;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Cli.Commands;

/// <summary><c>aggregate</c>: one aggregation of vectors from a file, to check against other implementations.</summary>
internal static class AggregateCommand
{
    // As wide as the rules compare weights.
    private const double Slack = 1e-6;

    private static readonly Option<string> Rule = new("--rule")
    {
        Description = "The pipeline, e.g. \"nnm | trimmed-mean\"", Required = true,
    };

    private static readonly Option<int> Byzantine = new("--byzantine")
    {
        Description = "How many vectors may be Byzantine", Required = true,
    };

    private static readonly Option<int?> Own = new("--own") { Description = "Which vector is the own one, from 0; 0 by default" };

    private static readonly Option<string?> Weights = new("--weights")
    {
        Description = "Mixing weights w1,w2,… of the other vectors in the order of the file; the own one has the rest",
    };

    private static readonly Option<double?> ByzantineWeight = new("--byzantine-weight")
    {
        Description = "Weight of the assumed Byzantine neighbours; the largest weights by default",
        CustomParser = result => NumberOption.Parse(result),
    };

    private static readonly Option<string?> Losses = new("--losses")
    {
        Description = "The losses l1,l2,… of the vectors in the order of the file",
    };

    private static readonly Option<string> Input = new("--input")
    {
        Description = "A file with one vector a line, values divided by commas; - is standard input", Required = true,
    };

    public static Command Create()
    {
        var command = new Command("aggregate",
            "Aggregate vectors, e.g. actorlearning aggregate --rule trimmed-mean --byzantine 1 --input scenarios/vectors.csv")
        {
            Rule, Byzantine, Own, Weights, ByzantineWeight, Losses, Input,
        };
        command.SetAction(Aggregate);
        return command;
    }

    private static int Aggregate(ParseResult parsed)
    {
        var problems = new List<Problem>();
        var text = parsed.GetRequiredValue(Rule);
        var pipeline = Pipelines.Parse(text, (offset, message) => problems.Add(new("--rule", 1, offset + 1, "", message)));
        var vectors = VectorFile.Read(parsed.GetRequiredValue(Input), mustBeFinite: false, problems);
        var own = parsed.GetValue(Own) ?? 0;
        var weights = List(parsed, Weights, vectors.Count - 1, problems);
        var losses = List(parsed, Losses, vectors.Count, problems);
        Require(weights is not { Length: > 0 } || weights.Max() > 1 || weights.Sum() <= 1 + Slack, "--weights",
            $"sum to {Text(weights?.Sum() ?? 0)}, and the own vector has the rest of 1", problems);
        Require(own >= 0 && own < Math.Max(1, vectors.Count), "--own", $"{own} is no line; 0 to {vectors.Count - 1}", problems);
        Require(parsed.GetValue(Byzantine) >= 0, "--byzantine", $"{parsed.GetValue(Byzantine)} is too few; 0 or more", problems);
        Require(parsed.GetValue(ByzantineWeight) is null or >= 0, "--byzantine-weight",
            $"{Text(parsed.GetValue(ByzantineWeight) ?? 0)} is too little; 0 or more", problems);
        Require(pipeline?.NeedsLosses != true || losses is not null || parsed.GetValue(Losses) is not null,
            "--losses", $"\"{text}\" needs the loss of every vector", problems);
        if (pipeline is not null && own >= 0 && own < vectors.Count && Refusal(pipeline, vectors, own, parsed) is { } reason)
        {
            problems.Add(new Problem("--rule", 0, 0, "", $"\"{pipeline.Text}\" cannot aggregate: {reason}"));
        }

        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        // The own vector comes first, the others stay in their order.
        float[][] models = [vectors[own], .. vectors.Where((_, j) => j != own)];
        double[] sorted = losses is null ? [] : [losses[own], .. losses.Where((_, j) => j != own)];
        var result = new float[models[0].Length];
        var input = new AggregationInput
        {
            Models = models,
            AssumedByzantine = parsed.GetValue(Byzantine),
            MixingWeights = weights is null ? default : [1 - weights.Sum(), .. weights],
            ByzantineWeight = parsed.GetValue(ByzantineWeight) ?? double.NaN,
            Losses = losses is null ? null : new GivenLosses(models, sorted),
            State = pipeline!.CreateState(result.Length),
            Random = new RandomStream(1, StreamPurpose.Mixing),
        };
        Run(pipeline, input, result);
        var left = Enumerable.Range(0, vectors.Count).Where(i => !Numerics.Vectors.AllFinite(vectors[i])).ToList();
        if (left.Count > 0)
        {
            Console.Error.WriteLine($"Left out, for not every value is finite: vector {string.Join(", ", left)} (from 0).");
        }

        Console.WriteLine(VectorFile.Line(result));
        return CommandLine.Done;
    }

    /// <summary>Why the pipeline cannot work on so many vectors; what is not finite is left out, as it does itself.</summary>
    private static string? Refusal(AggregationPipeline pipeline, IReadOnlyList<float[]> vectors, int own, ParseResult parsed)
    {
        var (finite, byzantine) = (vectors.Count(vector => Numerics.Vectors.AllFinite(vector)), parsed.GetValue(Byzantine));
        var isJudged = byzantine >= 0 && finite > 0 && Numerics.Vectors.AllFinite(vectors[own]);
        return isJudged ? pipeline.Refusal(finite, Math.Max(0, byzantine - (vectors.Count - finite))) : null;
    }

    private static void Run(AggregationPipeline pipeline, in AggregationInput input, float[] result)
    {
        try
        {
            pipeline.Aggregate(input, result, new AggregationWorkspace(new Scratch()));
        }
        catch (AggregationRefusedException e)
        {
            throw new InputException("--rule", e.Message);
        }
    }

    /// <summary>Numbers of an option, as many as there must be; null where it is left out or wrong.</summary>
    private static double[]? List(ParseResult parsed, Option<string?> option, int count, List<Problem> problems)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        var numbers = new List<double>();
        foreach (var piece in text.Split(','))
        {
            var isNumber = double.TryParse(piece, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            Require(isNumber && (option == Losses || number is >= 0 and <= 1), option.Name,
                isNumber ? $"{piece} is out of range: 0 or more, at most 1" : $"\"{piece}\" is not a number", problems);
            numbers.Add(number);
        }

        Require(count < 0 || numbers.Count == count, option.Name, $"has {numbers.Count} values and needs {count}", problems);
        return numbers.Count == count ? [.. numbers] : null;
    }

    private static void Require(bool isGood, string option, string message, List<Problem> problems)
    {
        if (!isGood)
        {
            problems.Add(new Problem(option, 0, 0, "", message));
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
