namespace ActorLearning.Testing.Promises;

/// <summary>What the protocol promises whatever happens on the network.</summary>
public enum Promise
{
    /// <summary>No input makes a machine throw.</summary>
    NoException,

    /// <summary>Once timers run out every round ends, and so does the run.</summary>
    NoHang,

    /// <summary>Within one life a learner's rounds only grow, and so do the coordinator's.</summary>
    RoundsGrow,

    /// <summary>The first usable answer of a peer to a pull counts, once, in the exchange that was asked for.</summary>
    OneAnswer,

    /// <summary>An honest learner answers every pull, at the latest when the round it asks for is over.</summary>
    EveryPullAnswered,

    /// <summary>
    /// With no more Byzantine models than assumed the result is as near to the honest ones as the rule promises.
    /// </summary>
    Robustness,

    /// <summary>
    /// Where nothing is lost, times out, restarts or is made up, the models after a run do not depend on the order of messages.
    /// </summary>
    SameBits,

    /// <summary>No state, and no number of messages under way, grows with the number of messages received.</summary>
    BoundedMemory,

    /// <summary>
    /// The facts of a report add up: every pull was answered, broken or timed out; everybody reported or is missing.
    /// </summary>
    FactsAddUp,
}
