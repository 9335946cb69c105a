namespace ActorLearning.Robustness.Rules;

/// <summary>All subsets of a size, in lexicographic order.</summary>
internal static class Subsets
{
    /// <summary>How many there are; stops counting above <paramref name="limit"/>.</summary>
    public static long Count(int models, int size, long limit)
    {
        var count = 1L;
        for (var i = 1; i <= Math.Min(size, models - size); i++)
        {
            // A binomial coefficient at every step, so the division leaves no rest.
            count = count * (models - i + 1) / i;
            if (count > limit)
            {
                return limit + 1;
            }
        }

        return count;
    }

    /// <summary>The first subset.</summary>
    public static void First(Span<int> subset)
    {
        for (var i = 0; i < subset.Length; i++)
        {
            subset[i] = i;
        }
    }

    /// <summary>Moves on to the next subset; false after the last.</summary>
    public static bool Next(Span<int> subset, int models)
    {
        for (var i = subset.Length - 1; i >= 0; i--)
        {
            if (subset[i] < models - subset.Length + i)
            {
                subset[i]++;
                for (var j = i + 1; j < subset.Length; j++)
                {
                    subset[j] = subset[j - 1] + 1;
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>The refusal of a rule that looks at every subset of m − f models.</summary>
    public static string? Refusal(string rule, int models, int byzantine, long limit) =>
        models <= 2 * byzantine
            ? $"{rule} with {byzantine} assumed Byzantine needs {2 * byzantine + 1} models and gets {models}"
        : Count(models, models - byzantine, limit) > limit
            ? $"{rule} looks at every choice of {models - byzantine} of {models} models, and those are more than {limit}; "
                + "take fewer models, or multi-krum"
        : null;
}
