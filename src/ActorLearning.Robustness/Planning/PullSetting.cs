namespace ActorLearning.Robustness.Planning;

/// <summary>What a pull plan is for: how many learners, how many of them lie, for how long.</summary>
/// <param name="Learners">All learners, honest and Byzantine; 2 or more.</param>
/// <param name="Byzantine">How many of them are Byzantine; at least one learner is honest.</param>
/// <param name="Rounds">Rounds of pulls in the run.</param>
/// <param name="Replacement">Fresh peers a learner may pull in a round for those that did not answer.</param>
public sealed record PullSetting(int Learners, int Byzantine, int Rounds, int Replacement = 0)
{
    /// <summary>The honest learners.</summary>
    public int Honest => Learners - Byzantine;

    /// <summary>The most peers there are to pull.</summary>
    public int Others => Learners - 1;

    /// <summary>Draws in a run: one set of peers for every honest learner and round.</summary>
    internal double Draws => (double)Honest * Rounds;

    /// <summary>Peers a learner may meet in a round, the replacements included.</summary>
    internal int Met(int peers) => (int)Math.Min(Others, (long)peers + Replacement);

    /// <exception cref="ArgumentException">The numbers describe no run.</exception>
    internal void Check()
    {
        if (Learners < 2)
        {
            throw new ArgumentException($"A plan is for 2 learners or more; got {Learners}.");
        }

        if (Byzantine < 0 || Byzantine >= Learners)
        {
            throw new ArgumentException($"Of {Learners} learners 0 to {Learners - 1} can be Byzantine; got {Byzantine}.");
        }

        if (Rounds < 1)
        {
            throw new ArgumentException($"A plan is for 1 round or more; got {Rounds}.");
        }

        if (Replacement < 0)
        {
            throw new ArgumentException($"Replacement pulls cannot be fewer than 0; got {Replacement}.");
        }
    }

    /// <exception cref="ArgumentException">The numbers describe no run, or so many peers do not exist.</exception>
    internal void Check(int peers)
    {
        Check();
        if (peers < 1 || peers > Others)
        {
            throw new ArgumentException($"Each of {Learners} learners can pull 1 to {Others} peers; got {peers}.");
        }
    }

    /// <exception cref="ArgumentException">The numbers describe no run, or the confidence is none.</exception>
    internal void Check(double confidence)
    {
        Check();
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A confidence lies between 0 and 1, neither included; got {confidence}."));
        }
    }
}
