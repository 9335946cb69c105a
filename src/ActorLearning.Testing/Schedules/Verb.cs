namespace ActorLearning.Testing.Schedules;

/// <summary>What one line of a schedule does.</summary>
public enum Verb
{
    /// <summary><c>deliver EVENT</c>, <c>deliver EVENT with LIE</c>: lets it happen now.</summary>
    Deliver,

    /// <summary><c>hold EVENT</c>: puts it aside until it is delivered by name.</summary>
    Hold,

    /// <summary><c>drop EVENT</c>: loses it.</summary>
    Drop,

    /// <summary><c>duplicate EVENT</c>: makes two of it.</summary>
    Duplicate,

    /// <summary><c>send EVENT</c>, <c>send EVENT with LIE</c>: puts something under way that no machine has sent.</summary>
    Send,

    /// <summary>
    /// <c>restart LEARNER</c>: it dies and comes back without knowing anything; <c>restart coordinator</c>: it comes back
    /// knowing the round and nothing else.
    /// </summary>
    Restart,

    /// <summary><c>time passes 5s</c>: what is not held arrives, timers run out.</summary>
    Pass,

    /// <summary><c>deliver the rest</c>: the plain order to the end of the run.</summary>
    Finish,

    /// <summary><c>expect …</c>: fails the schedule where it is not so.</summary>
    Expect,
}
