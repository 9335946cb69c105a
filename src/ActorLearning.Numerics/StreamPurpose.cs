namespace ActorLearning.Numerics;

/// <summary>What a random stream is for. A new purpose moves no number of another one.</summary>
/// <param name="Name">The name the stream is keyed by; changing it changes every draw made for it.</param>
public readonly record struct StreamPurpose(string Name)
{
    /// <summary>How the training examples are dealt out.</summary>
    public static readonly StreamPurpose Split = new("split");

    /// <summary>The parameters learners start from.</summary>
    public static readonly StreamPurpose Start = new("start");

    /// <summary>Which examples make a batch, a stream a learner, round and step.</summary>
    public static readonly StreamPurpose Batch = new("batch");

    /// <summary>Which outputs a dropout layer drops.</summary>
    public static readonly StreamPurpose Dropout = new("dropout");

    /// <summary>Whom a learner pulls from in an exchange.</summary>
    public static readonly StreamPurpose Pulls = new("pulls");

    /// <summary>How training images are varied.</summary>
    public static readonly StreamPurpose Augmentation = new("augmentation");

    /// <summary>Which examples a learner keeps from training.</summary>
    public static readonly StreamPurpose HoldBack = new("hold back");

    /// <summary>Which examples a rule measures losses on that it draws for that alone.</summary>
    public static readonly StreamPurpose FreshBatch = new("fresh batch");

    /// <summary>Which rows of a file of one's own are for testing.</summary>
    public static readonly StreamPurpose TestSplit = new("test split");

    /// <summary>The edges of a random graph.</summary>
    public static readonly StreamPurpose Graph = new("graph");

    /// <summary>Who is asked instead of a peer that did not answer.</summary>
    public static readonly StreamPurpose Replacements = new("replacements");

    /// <summary>Who is Byzantine.</summary>
    public static readonly StreamPurpose Placement = new("placement");

    /// <summary>Lies that are drawn.</summary>
    public static readonly StreamPurpose Forging = new("forging");

    /// <summary>Rules and mixing steps that draw.</summary>
    public static readonly StreamPurpose Mixing = new("mixing");

    /// <summary>The sample of learners that are evaluated.</summary>
    public static readonly StreamPurpose EvaluationLearners = new("evaluation learners");

    /// <summary>The sample of test examples.</summary>
    public static readonly StreamPurpose EvaluationImages = new("evaluation images");

    /// <summary>Simulated pulls of the planner.</summary>
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
