using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>Tries a law on many draws, always the same ones unless ACTORLEARNING_LAW_SEED says otherwise.</summary>
/// <remarks>The seed is printed with every run. What fails is printed with the smallest draw that fails too.</remarks>
internal static class Lawful
{
    private static readonly ulong Seed = ulong.Parse(
        Environment.GetEnvironmentVariable("ACTORLEARNING_LAW_SEED") ?? "2024", CultureInfo.InvariantCulture);

    /// <summary>Tries so many draws.</summary>
    /// <param name="output">Where the seed is printed.</param>
    /// <param name="draws">What is drawn.</param>
    /// <param name="count">How many.</param>
    /// <param name="law">Throws where it does not hold.</param>
    public static void Try(ITestOutputHelper output, Arbitrary<Draw> draws, int count, Action<Draw> law)
    {
        output.WriteLine($"ACTORLEARNING_LAW_SEED={Seed}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd(Seed), Microsoft.FSharp.Core.FSharpOption<int>.None));
        try
        {
            Check.One(config, Prop.ForAll(draws, law));
        }
        catch (Exception e)
        {
            throw new Xunit.Sdk.XunitException($"ACTORLEARNING_LAW_SEED={Seed}: {e.Message}");
        }
    }
}
