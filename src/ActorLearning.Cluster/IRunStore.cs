namespace ActorLearning.Cluster;

/// <summary>Where the run at hand is kept, so that a coordinator on another node can go on with it.</summary>
internal interface IRunStore
{
    /// <summary>Keeps a new run and brings its data.</summary>
    /// <remarks>A run that is refused here is not kept.</remarks>
    Task<PreparedRun> BeginAsync(CurrentRun run);

    /// <summary>The run that an earlier coordinator was at, and how far it got; null where there is none.</summary>
    /// <exception cref="LostRunException">There is one, but its data cannot be had here.</exception>
    Task<PreparedRun?> FindAsync();

    /// <summary>No later coordinator finds the run.</summary>
    Task EndAsync();
}
