using System.Globalization;

namespace ActorLearning.Reporting.Charts;

/// <summary>From values to coordinates, with the values that deserve a mark on the axis.</summary>
/// <param name="Low">The value at <paramref name="Start"/>.</param>
/// <param name="High">The value at <paramref name="End"/>.</param>
/// <param name="Start">A coordinate.</param>
/// <param name="End">A coordinate.</param>
/// <param name="IsLogarithmic">Whether equal factors are equal lengths.</param>
internal sealed record Scale(double Low, double High, double Start, double End, bool IsLogarithmic = false)
{
    /// <summary>A scale for some values, its ends on round numbers.</summary>
    /// <param name="values">The values; those that are not finite do not count.</param>
    /// <param name="start">Coordinate of the low end.</param>
    /// <param name="end">Coordinate of the high end.</param>
    /// <param name="fromZero">Whether 0 has to be on it.</param>
    public static Scale Around(IEnumerable<double> values, double start, double end, bool fromZero)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0)
        {
            return new Scale(0, 1, start, end);
        }

        var (low, high) = (finite.Min(), finite.Max());
        if (fromZero || low == high)
        {
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        }

        if (low == high)
        {
            high = low + 1;
        }

        var step = Step(low, high, 5);
        return new Scale(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, start, end);
    }

    /// <summary>A scale of factors where values range over more than two powers of ten, else a plain one.</summary>
    public static Scale Fitting(IEnumerable<double> values, double start, double end)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0 || finite.Min() <= 0 || finite.Max() / finite.Min() < 100)
        {
            return Around(finite, start, end, fromZero: true);
        }

        var (low, high) = (Math.Floor(Math.Log10(finite.Min())), Math.Ceiling(Math.Log10(finite.Max())));
        return new Scale(Math.Pow(10, low), Math.Pow(10, high), start, end, IsLogarithmic: true);
    }

    /// <summary>The coordinate of a value; values beyond the ends stay at the ends.</summary>
    public double At(double value)
    {
        var share = IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        return Start + Math.Clamp(share, 0, 1) * (End - Start);
    }

    /// <summary>About so many values to mark, with their texts.</summary>
    public IEnumerable<(double Value, string Text)> Ticks(int about = 5)
    {
        if (IsLogarithmic)
        {
            var powers = (int)Math.Round(Math.Log10(High / Low));
            for (var power = 0; power <= powers; power += 1 + powers / 8)
            {
                var value = Low * Math.Pow(10, power);
                yield return (value, value.ToString(value is >= 1e-3 and < 1e5 ? "0.###" : "0E0", CultureInfo.InvariantCulture));
            }

            yield break;
        }

        var step = Step(Low, High, about);
        var form = step >= 1 ? "0" : "0." + new string('0', Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 1, 9));
        for (var i = (long)Math.Ceiling(Low / step - 1e-9); i * step <= High + step * 1e-9; i++)
        {
            var value = i * step;
            yield return (value, Math.Abs(value) >= 1e6
                ? value.ToString("0.##E0", CultureInfo.InvariantCulture) : value.ToString(form, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The round number, 1, 2 or 5 times a power of ten, that gives about so many marks.</summary>
    private static double Step(double low, double high, int about)
    {
        var raw = (high - low) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var factor = raw / power;
        return power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
    }
}
