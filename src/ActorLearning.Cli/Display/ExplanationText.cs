using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActorLearning.Engine.Explanations;

namespace ActorLearning.Cli.Display;

/// <summary>An aggregation in words and as JSON.</summary>
internal static class ExplanationText
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>One exchange on one line.</summary>
    public static string Json(AggregationExplanation item, int replayedFrom)
    {
        var line = JsonSerializer.SerializeToNode(item, Camel)!.AsObject();
        line["replayedFrom"] = JsonValue.Create(replayedFrom);
        return line.ToJsonString();
    }

    /// <summary>A table of the models of each exchange.</summary>
    public static string Plain(IReadOnlyList<AggregationExplanation> explained, int learner, int round, int replayedFrom)
    {
        var text = new StringBuilder();
        var start = replayedFrom == 0 ? "the start" : $"the checkpoint of round {replayedFrom}";
        text.AppendLine($"Learner {learner}, round {round}, replayed from {start}.");
        if (explained.Count == 0)
        {
            text.AppendLine("It aggregated nothing: it kept its half-step model, for answers were missing or it lagged behind.");
        }

        foreach (var item in explained)
        {
            Add(text, item);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, AggregationExplanation item)
    {
        var entered = item.Models.Count(model => model.Weight is not null || model.Distance is not null);
        var exchange = item.Step == 0 ? "" : $"Exchange {item.Step + 1}: ";
        text.AppendLine($"{exchange}{item.Pipeline} of {entered} models, assumed Byzantine {item.AssumedByzantine}");
        text.AppendLine().AppendLine("  model of                  distance    weight       cut");
        foreach (var model in item.Models)
        {
            var who = model.Outcome == ContributionOutcome.Own ? "itself" : model.IsByzantine ? "Byzantine peer" : "honest peer";
            text.Append($"  {model.Peer,5} {who,-15}").Append(Number(model.Distance, "F4", 13)).Append(Share(model.Weight));
            text.Append(Share(model.Cut)).AppendLine(Remark(model.Outcome));
        }

        text.AppendLine();
        if (item.Pipeline.Contains('|') && item.Models.Any(model => model.Cut is not null))
        {
            text.AppendLine("Cut is told of the models mixed in their places, weight of the models themselves.");
        }

        var pulled = item.Models.Where(model => model.Outcome != ContributionOutcome.Own).ToList();
        text.AppendLine($"Byzantine         {pulled.Count(model => model.IsByzantine)} of {pulled.Count} pulled");
        var rest = 1 - item.Models.Sum(model => model.Weight ?? 0);
        if (item.After is not null && Math.Abs(rest) > 1e-6)
        {
            text.AppendLine($"other weight     {Share(rest)}, the origin's or that of what the rule remembers");
        }

        if (item.After is null)
        {
            text.AppendLine("The rule refused what it was given: the half-step model stays.");
        }

        AddChange(text, "loss on its batch", item.Before?.Training, item.After?.Training);
        AddChange(text, "test loss", item.Before?.Test, item.After?.Test);
        AddChange(text, "test accuracy", item.Before?.Accuracy, item.After?.Accuracy);
    }

    private static void AddChange(StringBuilder text, string what, double? before, double? after) =>
        text.AppendLine($"{what,-17} {Number(before, "F4", 0)} before, {Number(after, "F4", 0)} after");

    private static string Number(double? value, string format, int width) => (value?.ToString(format) ?? "-").PadLeft(width);

    private static string Share(double? value) => (value is { } share ? $"{100 * share:F1} %" : "-").PadLeft(10);

    private static string Remark(ContributionOutcome outcome) => outcome switch
    {
        ContributionOutcome.Filled => "   no usable answer: the own model in its place",
        ContributionOutcome.Missing => "   no usable answer",
        ContributionOutcome.Replaced => "   no usable answer: another peer was asked",
        _ => "",
    };
}
