using ActorLearning.Protocol;
using ActorLearning.Testing.States;

namespace ActorLearning.Testing.Networks;

/// <summary>A machine under test: saved and loaded without knowing its kind.</summary>
internal abstract class Subject
{
    /// <summary>The machine as it is now.</summary>
    public abstract IMachine Machine { get; }

    /// <summary>Its state now.</summary>
    public abstract object Save();

    /// <summary>Puts a machine of that state into its place.</summary>
    public abstract void Load(object state);

    /// <summary>Takes every value of a state into a digest.</summary>
    public abstract void Read(object state, Digest digest);
}

/// <summary>A machine under test of one kind.</summary>
internal sealed class Subject<TState> : Subject
    where TState : class
{
    private readonly Func<TState, IMachine<TState>> make;
    private IMachine<TState> machine;

    public Subject(TState start, Func<TState, IMachine<TState>> make) => (this.make, machine) = (make, make(start));

    public override IMachine Machine => machine;

    public override object Save() => machine.Save();

    public override void Load(object state) => machine = make((TState)state);

    public override void Read(object state, Digest digest) => Shape<TState>.Read((TState)state, digest);
}
