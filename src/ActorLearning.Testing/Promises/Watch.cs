using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.States;

namespace ActorLearning.Testing.Promises;

/// <summary>Sees every input and effect and notes the first promise that is broken.</summary>
/// <remarks>It knows what is promised, not how a machine keeps it: machines of other makes are held to the same.</remarks>
internal sealed partial class Watch
{
    private readonly NetworkPlan plan;
    private readonly int learners;
    private readonly int mostUnderWay;
    private readonly Ledger[] ledgers;
    private readonly ulong[] digests;
    private readonly Dictionary<(int Models, int Byzantine), double?> kappas = [];
    private int ticked;
    private int ended;
    private Ledger.Debt? asking;

    public Watch(NetworkPlan plan)
    {
        (this.plan, learners) = (plan, plan.Scenario.Learners);
        // Rounds before, now and after, every exchange of them, every peer.
        Longest = 3 * plan.Scenario.Exchange.Steps * learners;
        // Generous: what all learners can ask and answer in such rounds, twice over, plus what an adversary added.
        mostUnderWay = 16 * Longest * learners;
        ledgers = [.. Enumerable.Repeat(Ledger.Empty, learners)];
        digests = [.. ledgers.Select(ledger => ledger.Digest)];
    }

    /// <summary>The first broken promise.</summary>
    public Violation? Found { get; private set; }

    /// <summary>The longest list a machine may remember.</summary>
    public int Longest { get; }

    /// <summary>The round the coordinator started last.</summary>
    public int Round => ticked;

    public void Broken(Promise promise, int machine, string text) =>
        Found ??= new Violation(promise, machine == learners ? Happening.Nobody : machine, text);

    public Notes Take() => new([.. ledgers], [.. digests], ticked, ended, Found);

    public void Restore(Notes notes)
    {
        notes.Ledgers.CopyTo(ledgers, 0);
        notes.Digests.CopyTo(digests, 0);
        (ticked, ended, Found) = (notes.Ticked, notes.Ended, notes.Found);
    }

    public ulong StateDigest()
    {
        var sum = Digest.Mix(((ulong)ticked << 32) + (ulong)ended);
        for (var i = 0; i < digests.Length; i++)
        {
            sum += Digest.Mix(digests[i] ^ ((ulong)(i + 1) * 0x9FB21C651E98DF25));
        }

        return sum;
    }

    /// <summary>A machine's longest collection.</summary>
    public void Remembers(int machine, int collection)
    {
        if (collection > Longest)
        {
            Broken(
                Promise.BoundedMemory, machine,
                $"remembers a list of {collection}; {Longest} are enough for {learners} learners");
        }
    }

    public void Posted(int count)
    {
        if (count > mostUnderWay)
        {
            Broken(Promise.BoundedMemory, learners, $"and its learners have {count} messages and timers under way");
        }
    }

    /// <summary>An input is about to be taken.</summary>
    public void Before(int to, Input input)
    {
        if (!IsHonest(to))
        {
            return;
        }

        var ledger = ledgers[to];
        asking = input is PullRequested asked ? new Ledger.Debt(asked.Key, asked.From.Number) : null;
        ledgers[to] = input switch
        {
            Restarted => Ledger.Empty,
            PullRequested request => Owe(ledger, to, request),
            ModelReceived answer => Close(ledger, answer.From, answer.Key, IsUsable(answer.Model) ? answer.Model : null),
            PullTimedOut timeout => Close(ledger, timeout.Peer, timeout.Key, null),
            _ => ledger,
        };
    }

    /// <summary>A machine wants something done.</summary>
    public void After(int by, Effect effect)
    {
        if (by == learners)
        {
            See(effect);
        }
        else if (IsHonest(by))
        {
            switch (effect)
            {
                case Train train: Begin(by, train.Round.Number, "trains for"); break;
                case Pull pull: Ask(by, pull); break;
                case Reply reply: Settle(by, reply); break;
                case Aggregate mix: Check(by, mix); break;
                case Report report: Check(by, report); break;
                default: break;
            }
        }
    }

    /// <summary>All effects of an input have been seen.</summary>
    public void AfterAll(int machine)
    {
        if (!IsHonest(machine))
        {
            return;
        }

        var ledger = ledgers[machine];
        foreach (var debt in ledger.Debts)
        {
            if (debt.Key.Round.Number < ledger.Begun || debt.Key.Round.Number <= ledger.Reported)
            {
                Broken(Promise.EveryPullAnswered, machine,
                    $"is done with round {debt.Key.Round} and has not answered learner {debt.Peer}, who asked for {debt.Key}");
            }
        }

        digests[machine] = ledger.Digest;
    }

    private bool IsHonest(int machine) => machine < learners && !plan.Population.Byzantine.Contains(new LearnerId(machine));

    /// <summary>κ of the promised rule; found once, for it is asked for in every aggregation.</summary>
    private double? Kappa(int models, int byzantine)
    {
        if (!kappas.TryGetValue((models, byzantine), out var kappa))
        {
            kappas[(models, byzantine)] = kappa = RobustnessBound.Kappa(plan.Promised, models, byzantine);
        }

        return kappa;
    }

    private static bool IsUsable(Model model) => model.IsFinite && model.Values.Length == NetworkPlan.Parameters;

    private Ledger Owe(Ledger ledger, int to, PullRequested request)
    {
        var debt = new Ledger.Debt(request.Key, request.From.Number);
        var isOwed = debt.Peer != to && debt.Peer >= 0 && debt.Peer < learners && !ledger.Debts.Contains(debt)
            && !ledger.Debts.Any(other => other.Peer == debt.Peer && other.Key.Round > debt.Key.Round);
        // Whoever asks for a newer round has given up on the older.
        return !isOwed ? ledger : ledger with
        {
            Debts = [.. ledger.Debts.Where(other => other.Peer != debt.Peer || other.Key.Round >= debt.Key.Round), debt],
        };
    }

    private static Ledger Close(Ledger ledger, LearnerId peer, ExchangeKey key, Model? first)
    {
        for (var i = 0; i < ledger.Pulls.Length; i++)
        {
            var pull = ledger.Pulls[i];
            if (pull.Peer == peer.Number && pull.Key == key && pull.State == Ledger.PullState.Open)
            {
                var state = first is null ? Ledger.PullState.Closed : Ledger.PullState.Answered;
                return ledger with { Pulls = ledger.Pulls.SetItem(i, pull with { State = state, First = first }) };
            }
        }

        return ledger;
    }

    /// <summary>Everything noted at an instant.</summary>
    internal sealed record Notes(Ledger[] Ledgers, ulong[] Digests, int Ticked, int Ended, Violation? Found);
}
