namespace ActorLearning.Learning.Objectives;

/// <summary>A backend cannot compute what is asked of it on this machine; the message says the way out.</summary>
/// <param name="key">The key of a scenario that asks for it.</param>
/// <param name="message">What is missing or wrong, and what to do about it.</param>
/// <param name="cause">What was found to be wrong.</param>
public sealed class BackendException(string key, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The key of a scenario that asks for it: backend, device or model.</summary>
    public string Key { get; } = key;
}
