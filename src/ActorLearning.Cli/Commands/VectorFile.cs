using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary>Vectors as text: one a line, values divided by commas.</summary>
internal static class VectorFile
{
    /// <summary>Reads a file, or standard input for <c>-</c>. Empty lines are skipped.</summary>
    /// <exception cref="InputException">Every line that is wrong, with its number; or no vector at all.</exception>
    public static float[][] Read(string path)
    {
        var (vectors, problems) = (new List<float[]>(), new List<Problem>());
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (line.Trim().Length > 0 && Parse(path, number, line, problems) is { } vector)
            {
                Check(path, number, vector, vectors, problems);
                vectors.Add(vector);
            }
        }

        return problems.Count > 0 ? throw new InputException(problems)
            : vectors.Count == 0 ? throw new InputException(path, "holds no vector; write one a line, values divided by commas")
            : [.. vectors];
    }

    /// <summary>A vector as one line from which the same floats are read again.</summary>
    public static string Line(ReadOnlySpan<float> vector)
    {
        var parts = new string[vector.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = vector[i].ToString("R", CultureInfo.InvariantCulture);
        }

        return string.Join(',', parts);
    }

    private static IEnumerable<string> Lines(string path)
    {
        if (path == "-")
        {
            return Console.In.ReadToEnd().Split('\n');
        }

        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be read: {e.Message}");
        }
    }

    private static float[]? Parse(string path, int number, string line, List<Problem> problems)
    {
        var parts = line.Split(',');
        var (vector, column, before) = (new float[parts.Length], 1, problems.Count);
        for (var i = 0; i < parts.Length; i++)
        {
            var isNumber = float.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out vector[i]);
            if (!isNumber || !float.IsFinite(vector[i]))
            {
                problems.Add(new Problem(path, number, column, "", $"\"{parts[i].Trim()}\" is not a finite number"));
            }

            column += parts[i].Length + 1;
        }

        return problems.Count == before ? vector : null;
    }

    private static void Check(string path, int number, float[] vector, List<float[]> before, List<Problem> problems)
    {
        if (before.Count > 0 && before[0].Length != vector.Length)
        {
            problems.Add(new Problem(
                path, number, 1, "", $"has {vector.Length} values, the first vector has {before[0].Length}"));
        }
    }
}
