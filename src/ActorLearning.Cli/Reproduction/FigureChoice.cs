namespace ActorLearning.Cli.Reproduction;

/// <summary>How much of a figure is wanted.</summary>
internal sealed record FigureChoice
{
    /// <summary>Whether the small version is.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Only rows whose label has this in it; null: all.</summary>
    public string? Only { get; init; }

    /// <summary>Only so many of its seeds; null: all, or one of the small version.</summary>
    public int? Seeds { get; init; }

    /// <summary>Settings over those of the figure and its rows, each key=value.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The rows that are wanted.</summary>
    public IEnumerable<FigureRow> RowsOf(Figure figure) => figure.Rows.Where(row => (row.IsQuick || !IsQuick)
        && (Only is null || row.Label.Contains(Only, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The seeds that are wanted.</summary>
    public IEnumerable<int> SeedsOf(Figure figure) => figure.Seeds.Take(Seeds ?? (IsQuick ? 1 : figure.Seeds.Count));
}
