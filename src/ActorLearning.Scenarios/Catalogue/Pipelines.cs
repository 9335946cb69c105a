using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>Reads pipelines: mixing steps and a rule, divided by bars.</summary>
public static class Pipelines
{
    /// <summary>The pipeline a text stands for, or null with every problem reported at its offset.</summary>
    /// <param name="text">As written.</param>
    /// <param name="report">Receives each problem with its offset.</param>
    /// <param name="vocabulary">The names it may use; those of the catalogue without it.</param>
    public static AggregationPipeline? Parse(string text, Action<int, string> report, Vocabulary? vocabulary = null)
    {
        vocabulary ??= Vocabulary.Standard;
        var parts = text.Split('|');
        var steps = new List<IMixingStep>();
        var offset = 0;
        AggregationRule? rule = null;
        var isGood = true;
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var start = offset + parts[i].Length - parts[i].TrimStart().Length;
            if (Misplaced(parts[i].Trim(), isLast, vocabulary) is { } problem)
            {
                report(start, problem);
                isGood = false;
            }
            else if (isLast)
            {
                rule = vocabulary.Rules.Make(parts[i].Trim(), start, report);
            }
            else if (vocabulary.MixingSteps.Make(parts[i].Trim(), start, report) is { } step)
            {
                steps.Add(step);
            }
            else
            {
                isGood = false;
            }

            offset += parts[i].Length + 1;
        }

        if (!isGood || rule is null)
        {
            return null;
        }

        var pipeline = new AggregationPipeline(text.Trim(), steps, rule);
        if (pipeline.Contradiction is not { } contradiction)
        {
            return pipeline;
        }

        report(text.Length - parts[^1].TrimStart().Length, contradiction);
        return null;
    }

    private static string? Misplaced(string part, bool isLast, Vocabulary vocabulary)
    {
        if (part.Length == 0)
        {
            return "a step is empty; write mixing steps and a rule, as in nnm | trimmed-mean";
        }

        var name = Call.Parse(part)?.Name;
        var isRule = vocabulary.Rules.Entries.Any(entry => entry.Name == name);
        var isMixing = vocabulary.MixingSteps.Entries.Any(entry => entry.Name == name);
        return isLast && isMixing ? $"{name} is a mixing step and cannot come last; end with a rule, as in {name} | trimmed-mean"
            : !isLast && isRule ? $"{name} is a rule and comes last; in front of it belong mixing steps"
            : null;
    }
}
