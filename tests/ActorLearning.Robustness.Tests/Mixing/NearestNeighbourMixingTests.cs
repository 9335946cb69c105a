using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;

namespace ActorLearning.Robustness.Tests.Mixing;

public sealed class NearestNeighbourMixingTests
{
    [Fact]
    public void Equally_near_models_go_by_index()
    {
        // On a line at 0, 1, 2, 1: the second model has the fourth beside it, then the first and the third equally far.
        var mixing = Mix(byzantine: 1, 0, 1, 2, 1);

        Assert.Equal([1, 1, 0, 1], Chosen(mixing, 0));
        Assert.Equal([1, 1, 0, 1], Chosen(mixing, 1));
        Assert.Equal([0, 1, 1, 1], Chosen(mixing, 2));
        Assert.Equal([1, 1, 0, 1], Chosen(mixing, 3));
    }

    [Fact]
    public void Every_model_is_among_its_own_nearest_even_where_all_are_equal()
    {
        var mixing = Mix(byzantine: 2, 5, 5, 5, 5, 5);

        Assert.Equal([1, 1, 1, 0, 0], Chosen(mixing, 0));
        Assert.Equal([1, 1, 1, 0, 0], Chosen(mixing, 2));
        Assert.Equal([1, 1, 0, 1, 0], Chosen(mixing, 3));
        Assert.Equal([1, 1, 0, 0, 1], Chosen(mixing, 4));
    }

    [Fact]
    public void The_shares_of_a_row_are_equal_and_sum_to_one()
    {
        var mixing = Mix(byzantine: 2, 3, 1, 4, 1, 5, 9, 2);

        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(5, Chosen(mixing, i).Sum());
            Assert.All(mixing.Row(i).ToArray().Where(share => share != 0), share => Assert.Equal(.2, share));
        }
    }

    [Fact]
    public void A_matrix_used_before_is_cleared()
    {
        var mixing = new MixingMatrix();
        mixing.Reset(9, 9);
        mixing.Row(0).Fill(7);
        var geometry = new Geometry();
        geometry.Measure(new float[][] { [0], [1], [10] });

        var random = Sample.Stream(1);
        new NearestNeighbourMixing().Mix(geometry, byzantine: 1, ref random, mixing);

        Assert.Equal([.5, .5, 0], mixing.Row(0).ToArray());
        Assert.Equal([0, .5, .5], mixing.Row(2).ToArray());
    }

    private static MixingMatrix Mix(int byzantine, params float[] positions)
    {
        var (geometry, mixing) = (new Geometry(), new MixingMatrix());
        geometry.Measure(positions.Select(position => new[] { position }).ToArray());
        var random = Sample.Stream(1);
        new NearestNeighbourMixing().Mix(geometry, byzantine, ref random, mixing);
        return mixing;
    }

    private static int[] Chosen(MixingMatrix mixing, int row) =>
        [.. mixing.Row(row).ToArray().Select(share => share == 0 ? 0 : 1)];
}
