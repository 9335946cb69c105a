using System.Globalization;
using ActorLearning.Numerics;

namespace ActorLearning.Engine.Tests.Faults;

/// <summary>A random list of faults: a function of a number.</summary>
internal static class RandomFaults
{
    public static string[] Overrides(int number)
    {
        var random = new RandomStream((ulong)number, new StreamPurpose("random faults"));
        var faults = new List<string>();
        string Seconds(ref RandomStream stream, double most) =>
            string.Create(CultureInfo.InvariantCulture, $"{Math.Round(stream.NextDouble() * most, 3) + .001}s");
        string Learners(ref RandomStream stream) => stream.NextBelow(3) switch
        {
            0 => $"{stream.NextBelow(10)}",
            1 => $"{stream.NextBelow(5)}..{5 + stream.NextBelow(5)}",
            _ => $"{10 * (1 + stream.NextBelow(9))}%",
        };
        for (var left = 1 + random.NextBelow(6); left > 0; left--)
        {
            var share = $"0.{1 + random.NextBelow(9)}";
            var from = Seconds(ref random, 20);
            faults.Add(random.NextBelow(9) switch
            {
                0 => $"latency({Seconds(ref random, 6)})",
                1 => $"log-normal-latency({Seconds(ref random, 2)}, sigma={1 + random.NextBelow(3)})",
                2 => $"loss({share}, from={from})",
                3 => $"duplication({share})",
                4 => $"reordering({share}, {Seconds(ref random, 9)})",
                5 => $"partition({Learners(ref random)}, from={from}, until=9999s)",
                6 => $"crash({Learners(ref random)}, at={from}{(random.NextBelow(3) == 0 ? "" : $", until={30 + left}s")})",
                7 => $"coordinator-down(from={from}, until={30 + random.NextBelow(300)}s)",
                _ => $"slow({Learners(ref random)}, factor={2 + random.NextBelow(90)})",
            });
        }

        string[] attacks = ["silent", "late", "duplicate", "flood(n=5)", "garbage", "nan", "alie"];
        string[] policies = ["own", "fault", "skip"];
        return
        [
            $"faults=['training-time(1s, sigma=1)', {string.Join(", ", faults.Select(fault => $"'{fault}'"))}]",
            $"seed={number}",
            $"byzantine.attack={attacks[random.NextBelow(attacks.Length)]}",
            $"exchange.missing={policies[random.NextBelow(policies.Length)]}",
            $"exchange.replacement={random.NextBelow(3)}",
            $"exchange.steps={1 + random.NextBelow(2)}",
            $"exchange.roundDeadline={10 + random.NextBelow(50)}s",
            $"exchange.patience={1 + random.NextBelow(9)}s",
            $"exchange.ticks={(number % 3 == 0 ? $"none(staleness={random.NextBelow(4)})" : "round")}",
            "rounds=5",
            "evaluate.images=50",
        ];
    }
}
