namespace ActorLearning.Benchmarks;

/// <summary>One piece of work a PyTorch peer is timed on as well.</summary>
/// <param name="Name">The peer's name for it.</param>
/// <param name="Wanted">How many times the peer's speed the project promises.</param>
/// <param name="Make">Makes the work with memory of its own.</param>
public sealed record Case(string Name, double Wanted, Func<Action> Make);
