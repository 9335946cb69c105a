namespace ActorLearning.Learning.Training;

/// <summary>Learning rate by round: steps down a list of (iteration, rate), iterations counted from 0 as papers do.</summary>
/// <param name="Steps">At least one entry; the first starts at iteration 0, iterations ascend.</param>
public sealed record RateSchedule(IReadOnlyList<(int From, double Rate)> Steps)
{
    /// <summary>One rate for all rounds.</summary>
    public static RateSchedule Constant(double rate) => new([(0, rate)]);

    /// <summary>The rate of a round; round 1 is iteration 0.</summary>
    public double At(int round)
    {
        // A loop, because a lambda would allocate in every local step.
        var rate = Steps[0].Rate;
        for (var i = 1; i < Steps.Count && Steps[i].From < round; i++)
        {
            rate = Steps[i].Rate;
        }

        return rate;
    }
}
