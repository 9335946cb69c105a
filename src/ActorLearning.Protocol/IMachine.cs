namespace ActorLearning.Protocol;

/// <summary>A protocol machine: takes one input, writes effects. No clock, thread, socket or dice of its own.</summary>
/// <remarks>One caller at a time. Whatever a hostile peer sends is an input like any other and never an exception.</remarks>
public interface IMachine
{
    /// <summary>Takes one input and adds what is to be done to the outbox.</summary>
    void Handle(Input input, Outbox outbox);

    /// <summary>The newest model of one that takes part; null of others, and while it has none.</summary>
    Model? OwnModel => null;

    /// <summary>
    /// Adds every model the machine may still send or start from, so that an engine knows which buffers are free.
    /// </summary>
    void CollectModels(ICollection<Model> models);
}
