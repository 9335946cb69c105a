namespace ActorLearning.Protocol;

/// <summary>
/// A machine whose whole state is one serialisable record: made anew from it, it goes on as if nothing had happened.
/// </summary>
public interface IMachine<out TState> : IMachine
{
    /// <summary>The state at this instant; later inputs do not change it.</summary>
    TState Save();
}
