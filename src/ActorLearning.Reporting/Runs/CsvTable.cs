using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Reporting.Runs;

/// <summary>A table of comma-separated values with a header, read by the names of its columns.</summary>
internal sealed class CsvTable
{
    private readonly string path;
    private readonly List<Problem> problems;
    private readonly string[] header;

    private CsvTable(string path, string[] header, List<string[]> rows, List<Problem> problems) =>
        (this.path, this.header, Rows, this.problems) = (path, header, rows, problems);

    /// <summary>The rows in order, a cell a column.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Reads a file; rows of the wrong length are reported and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="first">The names of its first columns, divided by commas.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null where it cannot be read or is another table, which is reported.</returns>
    public static CsvTable? Read(string path, string first, List<Problem> problems)
    {
        if (RunFile.Read(path, problems) is not { } text)
        {
            return null;
        }

        var lines = text.Split('\n');
        if (!$"{lines[0].TrimEnd('\r')},".StartsWith($"{first},", StringComparison.Ordinal))
        {
            problems.Add(new Problem(path, 1, 1, "", $"does not begin with the columns {first}: the file is damaged"));
            return null;
        }

        var header = lines[0].TrimEnd('\r').Split(',');
        var rows = new List<string[]>();
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].TrimEnd('\r').Split(',');
            if (cells.Length == header.Length)
            {
                rows.Add(cells);
            }
            else if (lines[i].Length > 0)
            {
                problems.Add(new Problem(path, i + 1, 1, "",
                    $"has {cells.Length} values and needs {header.Length}: the file is damaged"));
            }
        }

        return new CsvTable(path, header, rows, problems);
    }

    /// <summary>A number; null for an empty cell or a column that is not there.</summary>
    public double? Number(int row, string column)
    {
        var at = Array.IndexOf(header, column);
        if (at < 0 || Rows[row][at].Length == 0)
        {
            return null;
        }

        if (double.TryParse(Rows[row][at], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        problems.Add(new Problem(path, row + 2, 1, column, $"\"{Rows[row][at]}\" is not a number: the file is damaged"));
        return null;
    }

    /// <summary>A whole number; 0 for an empty cell or a column that is not there.</summary>
    public long Whole(int row, string column) => (long)(Number(row, column) ?? 0);

    /// <summary>A cell's text; empty for a column that is not there.</summary>
    public string Text(int row, string column) => Array.IndexOf(header, column) is >= 0 and var at ? Rows[row][at] : "";
}
