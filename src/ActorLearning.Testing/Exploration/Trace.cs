using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <summary>The choices of one schedule so far.</summary>
internal sealed class Trace
{
    private readonly List<(ScheduleStep Step, bool IsPlain)> choices = [];

    public int Count => choices.Count;

    /// <summary>Every choice.</summary>
    public IReadOnlyList<ScheduleStep> All => [.. choices.Select(choice => choice.Step)];

    /// <summary>The choices that depart from the plain order.</summary>
    public IReadOnlyList<ScheduleStep> Departures =>
        [.. choices.Where(choice => !choice.IsPlain).Select(choice => choice.Step)];

    /// <summary>The departures, each behind the last plain choice before it.</summary>
    public IReadOnlyList<ScheduleStep> Anchored =>
        [.. choices.Where((choice, i) => !choice.IsPlain || (i + 1 < choices.Count && !choices[i + 1].IsPlain))
            .Select(choice => choice.Step)];

    public void Add(ScheduleStep step, bool isPlain) => choices.Add((step, isPlain));

    public void CutTo(int count) => choices.RemoveRange(count, choices.Count - count);
}
