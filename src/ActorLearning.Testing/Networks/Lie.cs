using System.Globalization;
using ActorLearning.Protocol;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Networks;

/// <summary>What a model is replaced by: a value in every coordinate, or something broken.</summary>
public sealed record Lie
{
    /// <summary>Not a number.</summary>
    public static readonly Lie NotANumber = new("nan", Filled(float.NaN));

    /// <summary>Infinity.</summary>
    public static readonly Lie Infinite = new("infinity", Filled(float.PositiveInfinity));

    /// <summary>A model that is too short.</summary>
    public static readonly Lie Short = new("short", new SmallModel(new float[NetworkPlan.Parameters - 1]));

    /// <summary>A model that is too long.</summary>
    public static readonly Lie Long = new("long", new SmallModel(new float[NetworkPlan.Parameters + 1]));

    /// <summary>No answer at all; of what is not a lie but an answer, the loss of it.</summary>
    public static readonly Lie Silence = new("silence", null);

    private static readonly Lie[] Broken = [NotANumber, Infinite, Short, Long, Silence];

    private Lie(string text, Model? model) => (Text, Model) = (text, model);

    /// <summary>As a schedule writes it.</summary>
    public string Text { get; }

    /// <summary>What is said; null for silence.</summary>
    internal Model? Model { get; }

    /// <summary>A model with this value in every coordinate.</summary>
    public static Lie Value(float value) => float.IsFinite(value)
        ? new Lie(value.ToString("R", CultureInfo.InvariantCulture), Filled(value))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "a broken model is NotANumber or Infinite");

    /// <summary>Reads what a schedule writes; null where it is none.</summary>
    public static Lie? Parse(string text) =>
        Array.Find(Broken, lie => lie.Text == text)
        ?? (float.TryParse(text, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? Value(value) : null);

    /// <inheritdoc/>
    public bool Equals(Lie? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static SmallModel Filled(float value) => new([.. Enumerable.Repeat(value, NetworkPlan.Parameters)]);
}
