namespace ActorLearning.Scenarios.Faults;

/// <summary>Something that goes wrong in a run, as data: in virtual time, from a random stream of its own.</summary>
public abstract record Fault
{
    /// <summary>Why it makes no sense by itself or with the others; null where it does.</summary>
    /// <param name="all">All faults of the scenario, this one among them.</param>
    /// <param name="learners">Number of learners.</param>
    public virtual string? Refusal(IReadOnlyList<Fault> all, int learners) => null;

    /// <summary>Why a time from … until is none; null where it is one.</summary>
    protected static string? EmptyTime(TimeSpan from, TimeSpan until) =>
        until > from ? null : $"until={Durations.Text(until)} is not after {Durations.Text(from)}";

    /// <summary>Why a choice of learners is none; null where it is one.</summary>
    protected static string? Unknown(IEnumerable<LearnerPart> parts, int learners)
    {
        var wrong = parts.Where(part => part.Last >= learners).ToList();
        return wrong.Count == 0 ? null : $"{wrong[0].Last} is not a learner; they are numbered 0 to {learners - 1}";
    }
}
