using System.CommandLine;
using ActorLearning.Cli.Vectors;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Cli.Commands;

/// <summary><c>forge</c>: what an attack makes of the honest models in a file.</summary>
internal static class ForgeCommand
{
    private static readonly Option<string> Attack =
        new("--attack") { Description = "The attack, as a scenario writes it", Required = true };
    private static readonly Option<int> Byzantine =
        new("--byzantine") { Description = "Number of Byzantine learners; all stand in the pull", Required = true };
    private static readonly Option<int> Learners = new("--learners") { Description = "Number of learners n", Required = true };
    private static readonly Option<string> Input = new("--input")
    {
        Description = "Honest models, one a line, values divided by commas; - for standard input",
        Required = true,
    };

    private static readonly Option<int?> Victim =
        new("--victim") { Description = "Which of them, from 0, is the victim's own; the others are those it pulled" };
    private static readonly Option<string> Rule = new("--rule")
    {
        Description = "The victim's aggregation, for attacks that look at it: it assumes --byzantine",
        DefaultValueFactory = _ => "nnm | trimmed-mean",
    };

    private static readonly Option<long> Seed =
        new("--seed") { Description = "Seed of random lies", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("forge", "Forge a model from the honest ones in a file, "
            + "e.g. actorlearning forge --attack \"alie(z=1.5)\" --byzantine 3 --learners 8 --input scenarios/vectors.csv")
        {
            Attack, Byzantine, Learners, Input, Victim, Rule, Seed,
        };
        command.SetAction(Forge);
        return command;
    }

    private static int Forge(ParseResult parsed)
    {
        var problems = new List<Problem>();
        Action<int, string> Into(string option) => (at, message) => problems.Add(new Problem(option, 1, at + 1, "", message));
        var attack = Known.Attacks.Make(parsed.GetRequiredValue(Attack), 0, Into("--attack"));
        var pipeline = Pipelines.Parse(parsed.GetRequiredValue(Rule), Into("--rule"));
        var (learners, byzantine, victim) = (parsed.GetValue(Learners), parsed.GetValue(Byzantine), parsed.GetValue(Victim));
        float[][] models = [.. VectorFile.Read(parsed.GetRequiredValue(Input), mustBeFinite: true, problems)];
        Check(attack, learners, byzantine, victim, models.Length, problems);
        if (pipeline?.NeedsLosses == true && attack?.Knowledge.HasFlag(AdversaryKnowledge.VictimPipeline) == true)
        {
            problems.Add(new Problem("--rule", 0, 0, "", "looks at losses, and there are only vectors; try it in a run"));
        }

        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        var random = new RandomStream((ulong)parsed.GetValue(Seed), StreamPurpose.Forging);
        Show(attack!, pipeline!, models, victim, learners, byzantine, random);
        return CommandLine.Done;
    }

    private static void Check(
        IAttack? attack, int learners, int byzantine, int? victim, int models, List<Problem> problems)
    {
        void Require(bool isGood, string option, string message)
        {
            if (!isGood)
            {
                problems.Add(new Problem(option, 0, 0, "", message));
            }
        }

        const AdversaryKnowledge data = AdversaryKnowledge.OwnData | AdversaryKnowledge.VictimData;
        Require(attack is null || (attack.Knowledge & data) == 0, "--attack",
            "trains on examples, and there are only vectors; try it in a run");
        Require(learners >= 2, "--learners", $"{learners} is too few; 2 or more");
        Require(byzantine >= 1 && byzantine < learners, "--byzantine",
            $"{byzantine} of {learners} learners; 1 to {learners - 1}");
        Require(models == 0 || models <= learners - byzantine, "--input",
            $"holds {models} honest models, but of {learners} learners {learners - byzantine} are honest");
        Require(victim is null || models == 0 || (victim >= 0 && victim < models), "--victim",
            $"{victim} is none of the {models} models; 0 to {models - 1}");
        Require(victim is null || models != 1 || attack?.Knowledge == AdversaryKnowledge.VictimModel, "--victim",
            "leaves no other model that it pulled");
        Require(victim is not null || attack?.Knowledge.HasFlag(AdversaryKnowledge.VictimModel) != true, "--victim",
            "is missing: this attack looks at the victim's own model");
        Require(attack is null || models == 0 || attack.Target < models, "--attack",
            $"target {attack?.Target} is none of the {models} models; 0 to {models - 1}");
    }

    private static void Show(
        IAttack attack, AggregationPipeline pipeline, float[][] models, int? victim, int learners, int byzantine,
        RandomStream random)
    {
        var isAimed = attack.Knowledge.HasFlag(AdversaryKnowledge.Target);
        float[][] honest = isAimed ? [models[attack.Target]] : [.. models.Where((_, i) => i != victim)];
        var rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()));
        var view = new AttackView
        {
            Knowledge = attack.Knowledge,
            Honest = honest,
            VictimModel = victim is { } number ? models[number] : [],
            Rehearsal = rehearsal.For(pipeline, byzantine),
            Accomplices = byzantine,
            Learners = learners,
            Byzantine = byzantine,
            Random = random,
        };
        var forged = new float[models[0].Length];
        var answer = attack.Forge(view, forged);
        if (answer.IsSilent)
        {
            Console.Error.WriteLine("no answer at all");
            return;
        }

        Array.Resize(ref forged, answer.Length ?? forged.Length);
        Console.WriteLine(VectorFile.Line(forged));
        if (answer.Delay > TimeSpan.Zero || answer.Repeats > 0)
        {
            Console.Error.WriteLine($"sent {answer.Repeats + 1} time(s), held back for {answer.Delay.TotalSeconds} s");
        }
    }
}
