namespace ActorLearning.Robustness.Aggregation;

/// <summary>Orders models by distance.</summary>
public static class Nearest
{
    /// <summary>
    /// Indices by ascending distance, ties to the lower index; <paramref name="first"/> leads whatever its distance, where it is
    /// none of them the distances alone decide.
    /// </summary>
    public static void Order(ReadOnlySpan<double> distances, int first, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            // Insertion from the right keeps equal distances in index order.
            var at = i;
            while (at > 0 && Comes(i, order[at - 1], distances, first))
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = i;
        }
    }

    private static bool Comes(int i, int before, ReadOnlySpan<double> distances, int first) =>
        before != first && (i == first || distances[i] < distances[before]);
}
