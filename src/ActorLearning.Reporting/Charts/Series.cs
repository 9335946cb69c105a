namespace ActorLearning.Reporting.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">Its place in the palette, from 1; 0 for grey.</param>
/// <param name="Values">A value a point; null where there is none.</param>
internal sealed record Series(string Name, int Colour, IReadOnlyList<double?> Values)
{
    /// <summary>Whether it is drawn dashed.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether it is drawn as dots, for counts that jump from round to round.</summary>
    public bool IsDotted { get; init; }

    /// <summary>The lower edge of a band around it, a value a point; null for no band.</summary>
    public IReadOnlyList<double?>? Low { get; init; }

    /// <summary>The upper edge of the band.</summary>
    public IReadOnlyList<double?>? High { get; init; }
}
