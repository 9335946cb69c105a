namespace ActorLearning.Numerics;

/// <summary>What a random stream is for. A new purpose moves no number of another one.</summary>
/// <param name="Name">The name the stream is keyed by; changing it changes every draw made for it.</param>
public readonly record struct StreamPurpose(string Name)
{
    public static readonly StreamPurpose Split = new("split");
    public static readonly StreamPurpose Start = new("start");
    public static readonly StreamPurpose Batch = new("batch");
    public static readonly StreamPurpose Dropout = new("dropout");
    public static readonly StreamPurpose Pulls = new("pulls");
    public static readonly StreamPurpose Augmentation = new("augmentation");
    public static readonly StreamPurpose HoldBack = new("hold back");
    public static readonly StreamPurpose TestSplit = new("test split");
    public static readonly StreamPurpose Graph = new("graph");
    public static readonly StreamPurpose Replacements = new("replacements");
    public static readonly StreamPurpose Placement = new("placement");
    public static readonly StreamPurpose Forging = new("forging");
    public static readonly StreamPurpose Mixing = new("mixing");
    public static readonly StreamPurpose EvaluationLearners = new("evaluation learners");
    public static readonly StreamPurpose EvaluationImages = new("evaluation images");
    public static readonly StreamPurpose Simulation = new("simulation");

    /// <summary>The stream of one fault: the first, second, … of its kind in a scenario.</summary>
    public static StreamPurpose OfFault(string kind, int ordinal) =>
        new(ordinal == 1 ? $"fault {kind}" : $"fault {kind} {ordinal}");

    /// <summary>FNV-1a, 64 bits, of the name.</summary>
    internal ulong Hash
    {
        get
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in Name)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return hash;
        }
    }
}
