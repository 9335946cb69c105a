using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Robustness.Planning;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>plan</c>: how many peers to pull, exactly.</summary>
internal static class PlanCommand
{
    private const int Repetitions = 10;

    private static readonly Option<int> Learners = new("--learners") { Description = "Number of learners n", Required = true };
    private static readonly Option<int> Byzantine =
        new("--byzantine") { Description = "Number of Byzantine learners b", Required = true };
    private static readonly Option<int> Rounds =
        new("--rounds") { Description = "Number of rounds T", DefaultValueFactory = _ => 200 };
    private static readonly Option<double> Wanted =
        new("--confidence")
        {
            Description = "Wanted probability", DefaultValueFactory = _ => .99, CustomParser = NumberOption.Parse,
        };
    private static readonly Option<int?> Peers = new("--peers") { Description = "Peers a pull s: the confidence of every bound" };
    private static readonly Option<int> Replacement = new("--replacement") { Description = "Replacement pulls r" };
    private static readonly Option<bool> Json = new("--json") { Description = "As JSON" };

    public static Command Create()
    {
        var command = new Command("plan",
            "Plan the pulls, e.g. actorlearning plan --learners 100 --byzantine 10 --rounds 200 --confidence 0.99")
        {
            Learners, Byzantine, Rounds, Wanted, Peers, Replacement, Json,
        };
        command.SetAction(Plan);
        return command;
    }

    private static int Plan(ParseResult parsed)
    {
        var setting = new PullSetting(
            parsed.GetValue(Learners), parsed.GetValue(Byzantine), parsed.GetValue(Rounds), parsed.GetValue(Replacement));
        var (confidence, peers) = (parsed.GetValue(Wanted), parsed.GetValue(Peers));
        Check(setting, confidence, peers);
        return peers is { } count
            ? ShowBounds(setting, count, confidence, parsed.GetValue(Json))
            : ShowPlan(setting, confidence, parsed.GetValue(Json));
    }

    private static void Check(PullSetting setting, double confidence, int? peers)
    {
        var problems = new List<Problem>();
        void Require(bool isGood, string option, string message)
        {
            if (!isGood)
            {
                problems.Add(new Problem(option, 0, 0, "", message));
            }
        }

        Require(setting.Learners >= 2, "--learners", $"{setting.Learners} is too few; 2 or more");
        Require(setting.Byzantine >= 0 && setting.Byzantine < setting.Learners, "--byzantine",
            $"{setting.Byzantine} of {setting.Learners} learners; 0 to {setting.Learners - 1}");
        Require(setting.Rounds >= 1, "--rounds", $"{setting.Rounds} is too few; 1 or more");
        Require(setting.Replacement >= 0, "--replacement", $"{setting.Replacement} is too few; 0 or more");
        Require(confidence is > 0 and < 1, "--confidence",
            $"{confidence.ToString(CultureInfo.InvariantCulture)} is no probability between 0 and 1, ends left out");
        Require(peers is null || (peers >= 1 && peers < setting.Learners), "--peers",
            $"{peers} of {setting.Learners} learners; 1 to {setting.Learners - 1}");
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    private static int ShowPlan(PullSetting setting, double confidence, bool isJson)
    {
        if (PullPlanner.SmallestPeers(setting, confidence) is not { } plan)
        {
            throw new InputException("plan", $"no number of peers keeps Byzantine ones below half of the models with confidence "
                + $"{confidence.ToString(CultureInfo.InvariantCulture)}: "
                + $"{setting.Byzantine} of {setting.Learners} learners are too many.");
        }

        if (isJson)
        {
            Console.WriteLine(Line(plan).ToJsonString());
            return CommandLine.Done;
        }

        Console.WriteLine($"Pull s = {plan.Peers} peers and assume b̂ = {plan.AssumedByzantine} Byzantine ones.");
        Console.WriteLine($"  effective adversarial fraction b̂/(s+1)  {plan.EffectiveFraction:F4}");
        Console.WriteLine($"  confidence, exact                       {plan.Confidence:F4}   "
            + $"no honest learner meets more than b̂ in {setting.Rounds} rounds");
        foreach (var line in Remarks(setting, confidence, plan))
        {
            Console.WriteLine(line);
        }

        return CommandLine.Done;
    }

    private static IEnumerable<string> Remarks(PullSetting setting, double confidence, PullPlan plan)
    {
        var later = Enumerable.Range(plan.Peers + 1, Math.Max(0, Math.Min(20, setting.Learners - 1 - plan.Peers)))
            .Select(peers => new PullPlan(peers, PullPlanner.LargestBound(setting, peers),
                PullPlanner.Confidence(setting, peers, PullPlanner.LargestBound(setting, peers))))
            .FirstOrDefault(other => other.Confidence < plan.Confidence);
        if (later is not null)
        {
            yield return $"Careful: confidence is not monotone in s. With s = {later.Peers} it is {later.Confidence:F4}.";
        }

        var simulated = PullSimulation.SmallestPeers(setting, Enumerable.Range(1, setting.Learners - 1), Repetitions, seed: 1);
        yield return simulated is null
            ? "The paper's Algorithm 2 (simulated)       finds none"
            : $"The paper's Algorithm 2 (simulated)       s = {simulated.Peers}, b̂ = {simulated.AssumedByzantine}; "
                + "it states no confidence, exact: "
                + $"{PullPlanner.Confidence(setting, simulated.Peers, simulated.AssumedByzantine):F4}";
        yield return PaperBounds.SufficientPlan(setting, confidence) is { } sufficient
            ? $"The paper's Lemma A.4 (sufficient)        s = {sufficient.Peers}, b̂ = {sufficient.AssumedByzantine}"
            : "The paper's Lemma A.4 (sufficient)        says nothing here";
        yield return PaperBounds.LogarithmicPeers(setting, confidence) is { } logarithmic
            ? $"The paper's Lemma 4.1 (logarithmic)       s ≥ {logarithmic:F0}"
                + (logarithmic > setting.Learners - 1 ? ", more than there are" : "")
            : "The paper's Lemma 4.1 (logarithmic)       says nothing here";
    }

    private static int ShowBounds(PullSetting setting, int peers, double confidence, bool isJson)
    {
        var plans = PullPlanner.EveryBound(setting, peers);
        if (isJson)
        {
            Console.WriteLine(new JsonArray([.. plans.Select(Line)]).ToJsonString());
            return CommandLine.Done;
        }

        Console.WriteLine("  b̂   b̂/(s+1)   confidence");
        foreach (var plan in plans)
        {
            var mark = 2 * plan.AssumedByzantine >= peers + 1 ? "   not below half"
                : plan.Confidence >= confidence ? "   enough" : "";
            Console.WriteLine($"{plan.AssumedByzantine,4}   {plan.EffectiveFraction:F4}   {plan.Confidence:F4}{mark}");
        }

        return CommandLine.Done;
    }

    private static JsonObject Line(PullPlan plan) => new()
    {
        ["peers"] = plan.Peers,
        ["assumedByzantine"] = plan.AssumedByzantine,
        ["effectiveFraction"] = plan.EffectiveFraction,
        ["confidence"] = plan.Confidence,
    };
}
