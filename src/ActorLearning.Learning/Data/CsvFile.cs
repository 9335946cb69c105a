using System.Globalization;
using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Data;

/// <summary>A data set of one's own from a text file: numbers and a label on each line, divided by commas.</summary>
/// <remarks>
/// A first line without a number is a header. Labels are any words; numbered in the order of their values where all are
/// numbers, alphabetically otherwise. Rows are put into an order drawn from a stream of its own, which is the same in every run,
/// and the last ones become the test part. Columns are scaled to mean 0 and deviation 1 of the training part; one that never
/// changes becomes 0.
/// </remarks>
public static class CsvFile
{
    private const int MostClasses = 256;
    private const int MostReports = 10;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isLabelFirst">Whether the label stands first on a line; else it stands last.</param>
    /// <param name="test">Share of the rows that becomes the test part, above 0 and below 1.</param>
    /// <exception cref="DataSetException">The file is missing or wrong; the message tells every bad line, up to ten.</exception>
    public static DataSet Load(string path, bool isLabelFirst, double test)
    {
        var rows = Rows(path, isLabelFirst);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new RandomStream(0, StreamPurpose.TestSplit).Shuffle(order);
        var training = rows.Count - (int)Math.Ceiling(rows.Count * test);
        if (training < 1 || training == rows.Count)
        {
            throw new DataSetException($"{path} has {rows.Count} row(s): too few for a training and a test part.");
        }

        var names = Names(path, rows);
        var features = rows[0].Values.Length;
        var scale = Scale(rows, order[..training], features);
        return new DataSet(
            "csv", new Shape(features, 1, 1), names.Count, Part(rows, order[..training], names, scale),
            Part(rows, order[training..], names, scale));
    }

    private static List<(double[] Values, string Label)> Rows(string path, bool isLabelFirst)
    {
        if (!File.Exists(path))
        {
            throw new DataSetException($"{path} cannot be read: there is no such file. "
                + $"Name it from the folder the command is run in ({Directory.GetCurrentDirectory()}), "
                + "or by its whole path; docs/data.md says what a table looks like.");
        }

        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"{path} cannot be read: {e.Message}", e);
        }

        var (rows, problems) = (new List<(double[] Values, string Label)>(), new List<string>());
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',', StringSplitOptions.TrimEntries);
            if (cells is [""])
            {
                continue;
            }

            var numbers = isLabelFirst ? cells[1..] : cells[..^1];
            var values = new double[numbers.Length];
            var bad = Array.FindIndex(numbers, text => !IsNumber(text));
            for (var j = 0; j < values.Length && bad < 0; j++)
            {
                values[j] = double.Parse(numbers[j], CultureInfo.InvariantCulture);
            }

            if (i == 0 && bad >= 0 && !Array.Exists(cells, IsNumber))
            {
                continue; // The header.
            }

            var label = isLabelFirst ? cells[0] : cells[^1];
            var problem = values.Length == 0 ? "has no numbers beside the label"
                : bad >= 0 ? $"\"{numbers[bad]}\" is not a number"
                : label.Length == 0 ? "has no label"
                : rows.Count > 0 && values.Length != rows[0].Values.Length
                ? $"has {values.Length} numbers, the lines before have {rows[0].Values.Length}" : null;
            if (problem is not null)
            {
                problems.Add($"{path}:{i + 1}: {problem}");
            }
            else
            {
                rows.Add((values, label));
            }
        }

        return problems.Count == 0 ? rows : throw new DataSetException(string.Join("; ", problems.Take(MostReports))
            + (problems.Count > MostReports ? $"; and {problems.Count - MostReports} more" : ""));
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

    private static List<string> Names(string path, List<(double[] Values, string Label)> rows)
    {
        var names = rows.Select(row => row.Label).Distinct().ToList();
        names = names.TrueForAll(IsNumber)
            ? [.. names.OrderBy(name => double.Parse(name, CultureInfo.InvariantCulture))]
            : [.. names.Order(StringComparer.Ordinal)];
        return names.Count is > 1 and <= MostClasses ? names
            : throw new DataSetException($"{path} has {names.Count} label(s); allowed: 2 to {MostClasses}.");
    }

    private static (double Mean, double Deviation)[] Scale(
        List<(double[] Values, string Label)> rows, int[] training, int features) =>
        [.. Enumerable.Range(0, features).Select(column =>
        {
            var first = rows[training[0]].Values[column];
            if (Array.TrueForAll(training, row => rows[row].Values[column] == first))
            {
                return (first, 0); // The mean is rounded: it would leave a tiny deviation to divide by.
            }

            var mean = training.Average(row => rows[row].Values[column]);
            var square = training.Average(row => (rows[row].Values[column] - mean) * (rows[row].Values[column] - mean));
            return (mean, Math.Sqrt(square));
        })];

    private static TableSamples Part(
        List<(double[] Values, string Label)> rows, int[] chosen, List<string> names, (double Mean, double Deviation)[] scale)
    {
        var values = new float[chosen.Length * scale.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            for (var j = 0; j < scale.Length; j++)
            {
                var (mean, deviation) = scale[j];
                values[i * scale.Length + j] = deviation > 0 ? (float)((rows[chosen[i]].Values[j] - mean) / deviation) : 0;
            }
        }

        return new TableSamples(values, [.. chosen.Select(row => (byte)names.IndexOf(rows[row].Label))]);
    }
}
