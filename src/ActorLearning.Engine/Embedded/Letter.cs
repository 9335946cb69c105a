using ActorLearning.Protocol;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Engine.Embedded;

/// <summary>A message under way, or the result of work that takes time.</summary>
/// <param name="Sender">Who sent it; <see cref="LearnerPart.Coordinator"/> for the coordinator.</param>
/// <param name="Receiver">Who gets it; the sender itself where it is the result of its work.</param>
/// <param name="Input">What it is to the receiver.</param>
internal sealed record Letter(int Sender, int Receiver, Input Input);
