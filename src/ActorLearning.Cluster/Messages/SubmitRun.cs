namespace ActorLearning.Cluster.Messages;

/// <summary>To the coordinator: run this scenario and tell the sender.</summary>
/// <param name="Run">A name for the run that no other run has.</param>
/// <param name="Scenario">The scenario's text, overrides applied.</param>
public sealed record SubmitRun(Guid Run, string Scenario) : IControlMessage;
