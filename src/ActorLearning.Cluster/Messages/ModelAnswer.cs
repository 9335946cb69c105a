using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Messages;

/// <summary>The answer to a <see cref="ModelRequest"/>: length and hash, or that the model is gone.</summary>
/// <param name="Wire">What is answered.</param>
/// <param name="Here">The model itself, to a learner of the same node; it never goes onto the wire.</param>
public sealed record ModelAnswer(WireAnswer Wire, Model? Here = null) : IModelMessage;
