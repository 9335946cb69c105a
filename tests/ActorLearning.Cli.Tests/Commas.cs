using System.Globalization;

namespace ActorLearning.Cli.Tests;

/// <summary>As long as it is there, this place of the world writes 0,5 for one half, or as told.</summary>
internal sealed class Commas : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo? threadsBefore = CultureInfo.DefaultThreadCurrentCulture;

    public Commas(string point = ",", string group = ".", string minus = "−")
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = minus;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = culture;
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = before;
        CultureInfo.DefaultThreadCurrentCulture = threadsBefore;
    }
}
