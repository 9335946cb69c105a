using System.Collections.Immutable;
using ActorLearning.Protocol;
using ActorLearning.Testing.States;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Promises;

/// <summary>What an honest learner owes and is owed, kept by somebody who sees only its inputs and effects.</summary>
internal sealed record Ledger
{
    public static readonly Ledger Empty = new();

    /// <summary>The pulls of its newest exchange.</summary>
    public ImmutableArray<Asked> Pulls { get; init; } = [];

    /// <summary>The pulls of others that it has not answered.</summary>
    public ImmutableArray<Debt> Debts { get; init; } = [];

    /// <summary>The newest round it has begun in this life.</summary>
    public int Begun { get; init; }

    /// <summary>The newest round it has reported in this life.</summary>
    public int Reported { get; init; }

    /// <summary>64 bits that stand for all of it.</summary>
    public ulong Digest
    {
        get
        {
            var sum = States.Digest.Mix(((ulong)(uint)Begun << 32) + (uint)Reported);
            foreach (var pull in Pulls)
            {
                var model = pull.First is null ? 0 : SmallModel.DigestOf(pull.First);
                sum = States.Digest.Mix(sum + Of(pull.Key, pull.Peer) + model + (ulong)pull.State);
            }

            foreach (var debt in Debts)
            {
                sum = States.Digest.Mix(sum + Of(debt.Key, debt.Peer));
            }

            return sum;
        }
    }

    private static ulong Of(ExchangeKey key, int peer) =>
        States.Digest.Mix(((ulong)(uint)key.Round.Number << 32) + ((ulong)(uint)key.Step << 16) + (uint)peer);

    /// <summary>How far a pull is.</summary>
    public enum PullState
    {
        Open,
        Answered,
        Closed,
    }

    /// <summary>A pull and the first usable answer to it.</summary>
    public readonly record struct Asked(ExchangeKey Key, int Peer, PullState State, Model? First);

    /// <summary>A peer that asked.</summary>
    public readonly record struct Debt(ExchangeKey Key, int Peer);
}
