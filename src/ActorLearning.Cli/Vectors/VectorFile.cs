using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Vectors;

/// <summary>Vectors as text: one a line, values divided by commas.</summary>
internal static class VectorFile
{
    /// <summary>Reads a file, or standard input for <c>-</c>; empty lines are skipped.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mustBeFinite">Whether NaN and Infinity are wrong; otherwise they are values like any other.</param>
    /// <param name="problems">Receives what is wrong with its line.</param>
    public static IReadOnlyList<float[]> Read(string path, bool mustBeFinite, List<Problem> problems)
    {
        var source = path == "-" ? "standard input" : path;
        if (path != "-" && !File.Exists(path))
        {
            problems.Add(new Problem(source, 0, 0, "", "there is no such file"));
            return [];
        }

        var before = problems.Count;
        var vectors = Parse(Text(path), source, mustBeFinite, problems);
        if (vectors.Count == 0 && problems.Count == before)
        {
            problems.Add(new Problem(source, 0, 0, "", "holds no vector; write one a line, values divided by commas"));
        }

        return vectors;
    }

    /// <summary>A vector as one line from which the same floats are read again.</summary>
    public static string Line(IEnumerable<float> vector) =>
        string.Join(',', vector.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static string Text(string path)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be read: {e.Message}");
        }
    }

    private static List<float[]> Parse(string text, string source, bool mustBeFinite, List<Problem> problems)
    {
        var vectors = new List<float[]>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            var vector = new List<float>();
            var column = 1;
            foreach (var piece in lines[i].TrimEnd('\r').Split(','))
            {
                var isNumber = float.TryParse(piece, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
                if (!isNumber || (mustBeFinite && !float.IsFinite(value)))
                {
                    var wanted = mustBeFinite ? "a finite number" : "a number";
                    problems.Add(new Problem(source, i + 1, column, "", $"\"{piece.Trim()}\" is not {wanted}"));
                }

                vector.Add(value);
                column += piece.Length + 1;
            }

            if (vectors.Count > 0 && vector.Count != vectors[0].Length)
            {
                problems.Add(new Problem(source, i + 1, 1, "",
                    $"has {vector.Count} values, the first vector has {vectors[0].Length}"));
            }

            vectors.Add([.. vector]);
        }

        return vectors;
    }
}
