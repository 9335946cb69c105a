namespace ActorLearning.Protocol;

/// <summary>A round's number. Rounds count from 1; 0 is the time before the first.</summary>
public readonly record struct Round(int Number) : IComparable<Round>
{
    /// <summary>The round after this one.</summary>
    public Round Next => new(Number + 1);

    /// <summary>The round before this one.</summary>
    public Round Previous => new(Number - 1);

    /// <inheritdoc/>
    public int CompareTo(Round other) => Number.CompareTo(other.Number);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Round a, Round b) => a.Number < b.Number;

    /// <summary>Later than.</summary>
    public static bool operator >(Round a, Round b) => a.Number > b.Number;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Round a, Round b) => a.Number <= b.Number;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Round a, Round b) => a.Number >= b.Number;

    /// <inheritdoc/>
    public override string ToString() => $"{Number}";
}
