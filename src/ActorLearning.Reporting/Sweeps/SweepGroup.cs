using ActorLearning.Engine.Records;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>Runs of a sweep that differ in nothing but the seed.</summary>
/// <param name="Values">The value of each axis but the seed.</param>
/// <param name="Runs">The runs.</param>
public sealed record SweepGroup(IReadOnlyList<string> Values, IReadOnlyList<SweepRun> Runs)
{
    /// <summary>Mean accuracy at the end, over the seeds; null where no run came to its end.</summary>
    public Estimate? Mean => Estimate.Of(Last(accuracy => accuracy.Mean));

    /// <summary>The worst learner's accuracy at the end, over the seeds.</summary>
    public Estimate? Worst => Estimate.Of(Last(accuracy => accuracy.Worst));

    /// <summary>The accuracy of the worst learner of all seeds; null where no run came to its end.</summary>
    public double? WorstOfAll => Last(accuracy => accuracy.Worst).Select(value => (double?)value).Min();

    /// <summary>Mean accuracy after a round over the seeds; null where no run evaluated it.</summary>
    public Estimate? After(int round) => Estimate.Of(Runs.Select(run => run.Run?.Rounds
        .FirstOrDefault(item => item.Round == round)?.Accuracy?.Mean).OfType<double>());

    private IEnumerable<double> Last(Func<AccuracySummary, double> value) =>
        Runs.Select(run => run.Run?.Last?.Accuracy).OfType<AccuracySummary>().Select(value);
}
