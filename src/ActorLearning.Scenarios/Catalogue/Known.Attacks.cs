using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    private const int LargestFlood = 10_000;

    /// <summary>Byzantine strategies.</summary>
    public static Section<IAttack> Attacks { get; } = new(
        "attack", [.. Lies(), .. SearchingLies(), .. PeerLies(), .. TrainedLies(), .. BlindLies(), .. TimedLies()]);

    private static Option Side(string meaning) => new("sign", meaning, "+") { Choices = ["+", "-"] };

    private static Option Seen(string meaning) => new("of", meaning, "pull") { Choices = ["pull", "all"] };

    private static Option Positive(string name, string meaning, string standard) =>
        new(name, meaning, standard) { Least = 0, IsLeastExcluded = true, Most = 1e30 };

    private static Entry<IAttack>[] Lies() =>
    [
        new("sign-flip", "minus the mean of the honest models the victim pulled", "Li et al. 2020",
            [new("of", "that mean, or the own model: the victim's", "mean") { Choices = ["mean", "own"] }],
            arguments => new SignFlipAttack(own: arguments.Word("of") == "own")),
        new("fall-of-empires", "minus epsilon times that mean", "Xie et al. 2020",
            [new("epsilon", "the factor", "2") { Least = 0, IsLeastExcluded = true }],
            arguments => new FallOfEmpiresAttack(arguments.Number("epsilon"))),
        new("alie", "a little is enough: mean plus z standard deviations of each coordinate", "Baruch et al. 2019",
            [
                new("z", "standard deviations; auto: the paper's, from the numbers of learners", "1.5")
                {
                    Least = 0,
                    Word = "auto",
                },
                Side("to which side; the paper has -"),
                Seen("whose mean and deviations: the honest models of the victim's pull, or all honest models"),
            ],
            arguments => new LittleIsEnoughAttack(
                arguments.NumberOrWord("z"), arguments.Word("sign") == "+" ? 1 : -1, all: arguments.Word("of") == "all")),
        new("max", "minus the greatest honest value of each coordinate", "Masuda and Shudo",
            [Seen("of the honest models of the victim's pull, or of all honest models, as the paper has it")],
            arguments => new MaximumAttack(all: arguments.Word("of") == "all")),
        new("min-max", "as far from the mean as the honest models are from each other",
            "Shejwalkar and Houmansadr 2021",
            [
                new("direction", "against the deviations, the mean, or its signs", "deviation")
                {
                    Choices = ["deviation", "unit", "sign"],
                },
            ],
            arguments => new MinMaxAttack(arguments.Word("direction") switch
            {
                "unit" => DeviationDirection.Unit,
                "sign" => DeviationDirection.Sign,
                _ => DeviationDirection.Deviation,
            })),
        new("honest", "the mean of the honest models the victim pulled: a rest between attacks", "", [], _ => new HonestAttack()),
    ];

    private static Entry<IAttack>[] SearchingLies() =>
    [
        new("optimised-alie", "alie with the z that moves the victim furthest, by line search on its own pipeline",
            "Farhadkhani et al. 2022", [Side("to which side")],
            arguments => new OptimisedAttack(arguments.Word("sign") == "+"
                ? ForgeryFamily.LittleIsEnoughAbove : ForgeryFamily.LittleIsEnoughBelow)),
        new("optimised-fall-of-empires", "fall-of-empires with the epsilon that moves the victim furthest, by the same search",
            "Farhadkhani et al. 2022", [], _ => new OptimisedAttack(ForgeryFamily.FallOfEmpires)),
        new("sampling-aware", "the strongest lie for the number of accomplices in this very pull; honest when alone", "",
            [
                new("of", "the lies to choose from", "alie") { Choices = ["alie", "fall-of-empires", "both"] },
            ],
            arguments => new SamplingAwareAttack(arguments.Word("of") switch
            {
                "alie" => [ForgeryFamily.LittleIsEnoughAbove, ForgeryFamily.LittleIsEnoughBelow],
                "fall-of-empires" => [ForgeryFamily.FallOfEmpires],
                _ => [ForgeryFamily.LittleIsEnoughAbove, ForgeryFamily.LittleIsEnoughBelow, ForgeryFamily.FallOfEmpires],
            })),
    ];

    private static Entry<IAttack>[] PeerLies() =>
    [
        new("dissensus", "pushes the victim away from its honest peers, weighed as it mixes them", "He et al. 2022",
            [Positive("epsilon", "how far; RPEL runs 1", "1.5")],
            arguments => new DissensusAttack(arguments.Number("epsilon"))),
        new("spectral",
            "drives the sides apart that mix slowest: by the Fiedler vector of the honest graph; off a graph those of the pull",
            "Gaucher et al. 2025",
            [Positive("factor", "how far", "1")],
            arguments => new SpectralAttack(arguments.Number("factor"))),
        new("mimic", "copies one fixed honest learner", "Karimireddy et al. 2022",
            [new("target", "its rank among the honest learners", "0") { IsWhole = true, Least = 0 }],
            arguments => new MimicAttack(arguments.Whole("target"))),
    ];

    private static Entry<IAttack>[] TrainedLies() =>
    [
        new("label-flip", "keeps to the protocol and trains on flipped labels, C-1-y for y", "", [], _ => new LabelFlipAttack()),
        new("gradient-matching", "a model of low loss on the victim's labels that is wrong on a target label", "arXiv 2501.04610",
            [
                new("target", "the label to get wrong; auto: the one of which the victim has least", "auto")
                {
                    IsWhole = true, Least = 0, Word = "auto",
                },
                new("steps", "gradient steps a lie", "10") { IsWhole = true, Least = 1, Most = 10_000 },
                Positive("rate", "their length", "0.1"),
            ],
            arguments => new GradientMatchingAttack(
                (int?)arguments.NumberOrWord("target"), arguments.Whole("steps"), arguments.Number("rate"))),
    ];

    private static Entry<IAttack>[] BlindLies() =>
    [
        new("gaussian", "normal noise around 0", "", [Positive("sigma", "standard deviation", "1")],
            arguments => new GaussianAttack(arguments.Number("sigma"))),
        new("random", "uniform noise around 0", "", [Positive("range", "the greatest value", "1")],
            arguments => new UniformAttack(arguments.Number("range"))),
        new("infinite", "answers with infinity in every place", "", [], _ => new InfiniteAttack()),
        new("nan", "answers with NaN in every place", "", [], _ => new NotANumberAttack()),
        new("wrong-length", "answers with a model one value short", "", [], _ => new WrongLengthAttack()),
        new("garbage", "random bits in a random length", "", [], _ => new GarbageAttack()),
    ];

    private static Entry<IAttack>[] TimedLies() =>
    [
        new("silent", "never answers", "", [], _ => new SilentAttack()),
        new("late", "an honest answer, held back", "",
            [new("delay", "seconds", "10") { Least = 0, Most = 86_400 }],
            arguments => new LateAttack(TimeSpan.FromSeconds(arguments.Number("delay")))),
        new("duplicate", "sign-flip, sent twice", "", [], _ => new RepeatedAttack(copies: 2)),
        new("flood", "sign-flip, sent n times", "",
            [new("n", "how often", "100") { IsWhole = true, Least = 1, Most = LargestFlood }],
            arguments => new RepeatedAttack(arguments.Whole("n"))),
    ];
}
