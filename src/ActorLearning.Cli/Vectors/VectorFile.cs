using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Vectors;

/// <summary>Vectors as text: one a line, values divided by commas. NaN and Infinity are values like any other.</summary>
internal static class VectorFile
{
    /// <summary>Reads a file, or standard input for <c>-</c>. What is wrong goes to <paramref name="problems"/> with its
    /// line.</summary>
    public static IReadOnlyList<float[]> Read(string path, List<Problem> problems)
    {
        var source = path == "-" ? "standard input" : path;
        if (path != "-" && !File.Exists(path))
        {
            problems.Add(new Problem(source, 0, 0, "", "there is no such file"));
            return [];
        }

        var before = problems.Count;
        var vectors = Parse(path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path), source, problems);
        if (vectors.Count == 0 && problems.Count == before)
        {
            problems.Add(new Problem(source, 0, 0, "", "holds no vectors"));
        }

        return vectors;
    }

    private static List<float[]> Parse(string text, string source, List<Problem> problems)
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
                if (!float.TryParse(piece, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    problems.Add(new Problem(source, i + 1, column, "", $"\"{piece.Trim()}\" is not a number"));
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
