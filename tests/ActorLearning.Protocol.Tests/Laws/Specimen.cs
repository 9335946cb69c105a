namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>A kind of machine as the laws see it: made new, saved, loaded, and asked for its round.</summary>
/// <param name="New">Makes one in its first state.</param>
/// <param name="Save">Takes its state now; the text of that state is made when asked for.</param>
/// <param name="Load">Makes one from the text of a state.</param>
/// <param name="Round">The round it is in.</param>
internal sealed record Specimen(
    Func<IMachine> New,
    Func<IMachine, Func<string>> Save,
    Func<string, IMachine> Load,
    Func<IMachine, Round> Round)
{
    public static Specimen Of<TState>(TState start, Func<TState, IMachine<TState>> make, Func<TState, Round> round) =>
        new(
            New: () => make(start),
            Save: machine =>
            {
                var state = ((IMachine<TState>)machine).Save();
                return () => MachineText.Of(state);
            },
            Load: text => make(MachineText.Parse<TState>(text)),
            Round: machine => round(((IMachine<TState>)machine).Save()));
}
