namespace ActorLearning.Learning.Data;

/// <summary>A data set that is missing or damaged. The message names the file and the way out.</summary>
public sealed class DataSetException(string message, Exception? inner = null) : Exception(message, inner);
