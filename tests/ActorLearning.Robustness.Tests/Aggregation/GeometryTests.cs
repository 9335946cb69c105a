using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Tests.Aggregation;

public sealed class GeometryTests
{
    [Fact]
    public void Measured_distances_are_those_of_the_models()
    {
        var geometry = new Geometry();
        foreach (var count in new[] { 9, 2, 30, 1 })
        {
            var models = Sample.Models(count, length: 2100, number: count);

            geometry.Measure(models);

            Assert.Equal(count, geometry.Count);
            Compare(geometry, Sample.Doubles(models), 1e-6, $"{count} models");
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(16, 16)]
    [InlineData(5, 12)]
    [InlineData(12, 5)]
    [InlineData(1, 4)]
    public void Distances_of_mixed_models_come_out_without_mixing_them(int rows, int columns)
    {
        var (source, transformed) = (new Geometry(), new Geometry());
        transformed.Measure(Sample.Models(20, length: 3, number: 9));
        for (var seed = 1; seed <= 10; seed++)
        {
            var models = Sample.Models(columns, length: 40, seed);
            var mixing = RandomMixing(rows, columns, seed);
            source.Measure(models);

            transformed.Transform(source, mixing);

            Assert.Equal(rows, transformed.Count);
            Compare(transformed, Mixed(models, mixing), 1e-6, $"seed {seed}");
        }
    }

    [Fact]
    public void Near_consensus_mixed_models_keep_their_distances()
    {
        // A million times closer together than they are large: a plain Gram matrix would have lost the distances.
        var centre = Sample.Models(1, length: 500, number: 1)[0];
        var models = Sample.Models(8, length: 500, number: 2)
            .Select(model => model.Zip(centre, (x, c) => c + x * 1e-4f).ToArray()).ToArray();
        var mixing = RandomMixing(8, 8, number: 3);
        var (source, transformed) = (new Geometry(), new Geometry());
        source.Measure(models);

        transformed.Transform(source, mixing);

        Compare(transformed, Mixed(models, mixing), 1e-5, "near consensus");
    }

    [Fact]
    public void A_model_infinitely_far_away_stays_so_when_mixed_and_spoils_no_other_distance()
    {
        var models = Sample.Models(5, length: 12, number: 1);
        models[4] = [.. models[4].Select(_ => 1e30f)];
        var mixing = RandomMixing(5, 5, number: 2);
        for (var i = 0; i < 4; i++)
        {
            // The last mixed model alone has a share of the far one.
            mixing.Row(i)[0] += mixing.Row(i)[4];
            mixing.Row(i)[4] = 0;
        }

        var (source, transformed) = (new Geometry(), new Geometry());
        source.Measure(models);

        transformed.Transform(source, mixing);

        var mixed = Mixed(models, mixing);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(double.PositiveInfinity, transformed.Squared(i, 4));
            Assert.All(Enumerable.Range(0, 4), j =>
                Assert.Equal(Sample.Squared(mixed[i], mixed[j]), transformed.Squared(i, j), 1e-5));
        }
    }

    [Fact]
    public void Composed_mixing_is_the_earlier_step_and_then_the_later_one()
    {
        var (earlier, later, composed) = (RandomMixing(4, 6, 1), RandomMixing(3, 4, 2), new MixingMatrix());
        composed.Reset(9, 9);
        var models = Sample.Models(6, length: 5, number: 3);

        composed.Compose(later, earlier);

        Assert.Equal((3, 6), (composed.Rows, composed.Columns));
        var (stepwise, atOnce) = (Mixed(Mixed(Sample.Doubles(models), earlier), later), Mixed(models, composed));
        Assert.All(stepwise.Zip(atOnce), pair => Assert.Equal(0, Sample.Squared(pair.First, pair.Second), 1e-20));
    }

    private static MixingMatrix RandomMixing(int rows, int columns, int number)
    {
        var stream = Sample.Stream(number);
        var mixing = new MixingMatrix();
        mixing.Reset(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            stream.NextDirichlet(.5, mixing.Row(i));
        }

        return mixing;
    }

    private static double[][] Mixed(float[][] models, MixingMatrix mixing) => Mixed(Sample.Doubles(models), mixing);

    private static double[][] Mixed(double[][] models, MixingMatrix mixing)
    {
        double[] Mix(double[] row) =>
            [.. Enumerable.Range(0, models[0].Length).Select(k => row.Zip(models, (share, model) => share * model[k]).Sum())];
        return [.. Enumerable.Range(0, mixing.Rows).Select(i => Mix(mixing.Row(i).ToArray()))];
    }

    private static void Compare(Geometry geometry, double[][] models, double tolerance, string where)
    {
        for (var i = 0; i < models.Length; i++)
        {
            for (var j = 0; j < models.Length; j++)
            {
                var exact = Sample.Squared(models[i], models[j]);
                var scale = models.Max(model => Sample.Squared(models[i], model));
                Assert.True(Math.Abs(exact - geometry.Squared(i, j)) <= tolerance * scale, $"{where}, pair {i}, {j}");
                Assert.Equal(geometry.Squared(j, i), geometry.Squared(i, j));
                Assert.Equal(geometry.Squared(i, j), geometry.Row(i)[j]);
            }

            Assert.Equal(0, geometry.Squared(i, i));
        }
    }
}
