using ActorLearning.Protocol;

namespace ActorLearning.Cluster.Messages;

/// <summary>A piece of a model on its way out. It arrives as a <see cref="ReceivedChunk"/>.</summary>
/// <param name="Nonce">The request's number.</param>
/// <param name="Model">The whole model; null says that it is gone.</param>
/// <param name="Offset">The first value of the piece.</param>
/// <param name="Count">How many values.</param>
public sealed record ModelChunk(ulong Nonce, Model? Model, int Offset, int Count) : IModelMessage;
