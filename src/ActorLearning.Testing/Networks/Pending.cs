using ActorLearning.Protocol;

namespace ActorLearning.Testing.Networks;

/// <summary>One thing under way.</summary>
/// <param name="What">Its name.</param>
/// <param name="Input">The input it becomes.</param>
/// <param name="Content">A digest of what the name does not tell, such as the model.</param>
/// <param name="Due">When it happens by itself; zero: as soon as it can.</param>
/// <param name="IsHeld">Whether it was put aside.</param>
internal readonly record struct Pending(Happening What, Input Input, ulong Content, TimeSpan Due, bool IsHeld)
{
    /// <summary>
    /// The plain order: by exchange and kind, then by learner, so that a state alone says what comes next.
    /// </summary>
    public ulong Rank { get; } = RankOf(What);

    /// <summary>Whether it comes before another one in the plain order.</summary>
    public bool IsBefore(in Pending other) =>
        Due != other.Due ? Due < other.Due : Rank != other.Rank ? Rank < other.Rank : Content < other.Content;

    /// <summary>A digest of all of it, the due time taken from now.</summary>
    public ulong Digest(TimeSpan now)
    {
        var wait = Due == TimeSpan.Zero ? -1 : (Due - now).Ticks;
        var who = ((ulong)(uint)What.From << 32) | (uint)What.To;
        return States.Digest.Mix(Rank ^ States.Digest.Mix(who ^ States.Digest.Mix(
            Content ^ States.Digest.Mix((ulong)wait * 2 + (IsHeld ? 1u : 0u)))));
    }

    private static ulong RankOf(Happening what)
    {
        var round = (ulong)Math.Clamp(what.Key.Round.Number + 2, 0, (1 << 20) - 1);
        var step = (ulong)Math.Clamp(what.Key.Step + 1, 0, 63);
        var (to, from) = ((ulong)(what.To + 1) & 0xFFFF, (ulong)(what.From + 1) & 0xFFFF);
        return (round << 42) | (step << 36) | ((ulong)what.Kind << 32) | (to << 16) | from;
    }
}
