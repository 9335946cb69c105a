namespace ActorLearning.Cli.Reproduction;

/// <summary>RPEL (arXiv 2510.08311) on CIFAR-10.</summary>
internal static class RpelCifar
{
    private static readonly string[] Attacks = ["alie(z=1.5)", "fall-of-empires(epsilon=2)", "sign-flip"];

    /// <summary>What was published: a number an attack; empty where the figures show none.</summary>
    private static readonly Setting[] Published =
    [
        new(Alpha: "10", Byzantine: 3, Peers: 6, Steps: 1, [".700", ".747", ".724"]),
        new(Alpha: "10", Byzantine: 3, Peers: 19, Steps: 1, [".639", ".743", ".720"]),
        new(Alpha: "10", Byzantine: 3, Peers: 6, Steps: 3, [".768", ".773", ".772"]),
        new(Alpha: "1", Byzantine: 3, Peers: 6, Steps: 1, [".672", ".719", ".685"]),
        new(Alpha: "1", Byzantine: 3, Peers: 19, Steps: 1, [".721", ".737", ".671"]),
        new(Alpha: "0.5", Byzantine: 3, Peers: 6, Steps: 1, [".615", ".594", ".560"]),
        new(Alpha: "0.5", Byzantine: 3, Peers: 19, Steps: 1, [".669", ".745", ".600"]),
        new(Alpha: "10", Byzantine: 2, Peers: 6, Steps: 1, ["", ".719", ".727"]),
        new(Alpha: "10", Byzantine: 2, Peers: 19, Steps: 1, [".730", ".751", ".740"]),
    ];

    /// <summary>All of them, with the split of the authors' code and with the right one.</summary>
    public static Figure All()
    {
        var rows = from split in new[] { "dirichlet-as-coded", "dirichlet" }
                   from setting in Published
                   from i in Enumerable.Range(0, Attacks.Length)
                   select Row(setting, Attacks[i], $"{split}(alpha={setting.Alpha})", setting.Accuracies[i]);
        return new Figure(
            "rpel-cifar", "RPEL (arXiv 2510.08311) on CIFAR-10: 20 learners, 2,000 rounds; named samples evaluated",
            "rpel-cifar-n20-alie.yaml", ["rounds=20", "evaluate.every=10", "evaluate.images=500"],
            [Figures.Mean, Figures.Worst], [.. rows]);
    }

    private static FigureRow Row(Setting setting, string attack, string split, string accuracy) => new(
        $"b={setting.Byzantine} {attack}, s={setting.Peers}, {Steps(setting.Steps)}{split}",
        [
            $"byzantine.count={setting.Byzantine}", $"byzantine.attack={attack}", $"exchange.peers=pull({setting.Peers})",
            $"exchange.assumedByzantine={setting.Byzantine}", $"training.steps={setting.Steps}", $"data.split={split}",
        ], accuracy)
    {
        IsQuick = setting == Published[0] && attack == Attacks[0],
    };

    private static string Steps(int steps) => steps == 1 ? "" : $"{steps} local steps, ";

    private sealed record Setting(string Alpha, int Byzantine, int Peers, int Steps, string[] Accuracies);
}
