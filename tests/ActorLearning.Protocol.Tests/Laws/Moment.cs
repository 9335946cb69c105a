namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>One input of a machine's life and what came of it. Printed when a law is broken.</summary>
internal sealed record Moment(string Name, ulong Seed, int Number, IMachine Machine, Input Input, IReadOnlyList<Effect> Effects)
{
    public override string ToString() => $"{Name}, seed {Seed}, input {Number}: {MachineText.Of(Input)}";
}
