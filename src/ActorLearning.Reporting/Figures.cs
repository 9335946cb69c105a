using System.Globalization;

namespace ActorLearning.Reporting;

/// <summary>Numbers as people read them: decimal points wherever the machine stands, no tails of rounding.</summary>
public static class Figures
{
    private static readonly (double Size, string Unit)[] Sizes = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];

    /// <summary>The value with nine significant digits: .089 and not .08899999999999998.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A share between 0 and 1, as 0.981.</summary>
    public static string Share(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A value of any size with four significant digits.</summary>
    public static string Of(double? value) => value switch
    {
        null => "",
        0 => "0",
        { } number when Math.Abs(number) is >= 1e-3 and < 1e6 =>
            double.Parse(number.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                .ToString("0.######", CultureInfo.InvariantCulture),
        { } number => number.ToString("G4", CultureInfo.InvariantCulture),
    };

    /// <summary>A whole number with groups of three.</summary>
    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes in the unit that suits them.</summary>
    public static string Bytes(long value)
    {
        var (size, unit) = Sizes.FirstOrDefault(item => value >= item.Size);
        return unit is null ? $"{Whole(value)} B" : (value / size).ToString("0.0", CultureInfo.InvariantCulture) + $" {unit}";
    }

    /// <summary>A time in the unit that suits it.</summary>
    public static string Time(TimeSpan time) => time.TotalMinutes < 2
        ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : time.TotalHours < 2 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00} min")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00} h");
}
