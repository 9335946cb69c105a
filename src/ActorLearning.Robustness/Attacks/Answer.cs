namespace ActorLearning.Robustness.Attacks;

/// <summary>How a Byzantine learner answers a pull.</summary>
/// <param name="IsSilent">No answer at all.</param>
/// <param name="Length">Answer with so many values instead of a whole model.</param>
public readonly record struct Answer(bool IsSilent, int? Length)
{
    /// <summary>The forged model.</summary>
    public static readonly Answer Model = new(IsSilent: false, Length: null);

    /// <summary>Nothing: the victim waits until its deadline.</summary>
    public static readonly Answer Silence = new(IsSilent: true, Length: null);

    /// <summary>How long the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How often it is sent beyond the first time.</summary>
    public int Repeats { get; init; }

    /// <summary>The first <paramref name="length"/> values of the forged model, followed by zeros where it is shorter.</summary>
    public static Answer OfLength(int length) => new(IsSilent: false, length);
}
