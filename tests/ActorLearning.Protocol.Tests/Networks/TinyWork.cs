using ActorLearning.Protocol.Effects;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Networks;

/// <summary>Work that is nothing but a little arithmetic, in which the order of sums shows in the last bits.</summary>
internal static class TinyWork
{
    public static Model Train(int learner, Train train) => ModelOf((0.9f * train.Model.Values[0]) + (0.1f * learner) + 0.37f);

    public static Model Mean(Aggregate mix)
    {
        var sum = 0f;
        foreach (var contribution in mix.Contributions)
        {
            sum += contribution.Model.Values[0];
        }

        return ModelOf(sum / mix.Contributions.Count);
    }

    /// <summary>A lie that depends on every model the liar knows; where lies vary, also silence and broken models.</summary>
    public static Model? Lie(int liar, Forge forge, bool vary)
    {
        var sum = forge.Known.Aggregate(0.1f * liar, (before, model) => (before * 0.7f) - model.Values[0]);
        return !vary ? ModelOf(sum) : ((forge.Key.Round.Number + forge.Victim.Number) % 4) switch
        {
            0 => null,
            1 => WrongLength(),
            2 => NotFinite(),
            _ => ModelOf(sum),
        };
    }
}
