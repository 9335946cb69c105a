using ActorLearning.Learning.Objectives;

namespace ActorLearning.Scenarios.Reading;

/// <summary>Every key a scenario may have. Reader, editor schema and help all read this table.</summary>
public static class ScenarioKeys
{
    /// <summary>The keys, in the order a scenario is usually written.</summary>
    public static IReadOnlyList<ScenarioKey> All { get; } =
    [
        new("name", KeyKind.Text, null, "What the run is called; its folder is named after it."),
        new("seed", KeyKind.Whole, "1", "Where all random numbers come from.") { Least = 0, Most = 9e15 },
        new("learners", KeyKind.Whole, null, "Number of learners n, Byzantine ones included.") { Least = 2, Most = 1_000_000 },
        new("byzantine.count", KeyKind.Whole, "0", "Number of Byzantine learners.") { Least = 0, Most = 1_000_000 },
        new("byzantine.attack", KeyKind.CallSchedule, "sign-flip",
            "Their strategy, or strategies from rounds: {0: silent, 50: alie}."),
        new("byzantine.placement", KeyKind.WordOrList, "random",
            "Which learners: random, highest-degree, or a list of numbers.") { Words = ["random", "highest-degree"] },
        new("byzantine.rotate", KeyKind.Whole, "0", "Rounds until other learners take the role; 0: never.")
        {
            Least = 0,
            Most = 100_000_000,
        },
        new("data.set", KeyKind.Call, "mnist", "The data set."),
        new("data.split", KeyKind.Call, "iid", "How the honest learners share the training examples."),
        new("data.augment", KeyKind.Word, "none", "How training images are varied: moved by up to 4 pixels, mirrored.")
        {
            Words = ["none", "crop", "flip", "crop-flip"],
        },
        new("model", KeyKind.Call, null, "A model by name, or a layer string such as C(20)-R-M-L(10)-S."),
        new("backend", KeyKind.Word, BackendSettings.ManagedName,
            "What computes losses and gradients: the kernels of this project, or libtorch through TorchSharp.")
        {
            Words = [BackendSettings.ManagedName, BackendSettings.TorchName],
        },
        new("device", KeyKind.Text, "cpu", "Where torch computes: cpu, or a CUDA device by its number as in cuda:0."),
        new("nativeThreads", KeyKind.Word, "one",
            "Threads of a learner's step with torch: one, with learners side by side, or all, one learner at a time.")
        {
            Words = ["one", "all"],
        },
        new("training.batch", KeyKind.Whole, "25", "Examples in a batch.") { Least = 1, Most = 100_000 },
        new("training.rate", KeyKind.Schedule, "0.1",
            "Learning rate, or rates from iterations: {0: 0.5, 500: 0.1}.") { Least = 0 },
        new("training.momentum", KeyKind.Number, "0.9", "β of m ← βm + (1−β)g, below 1.") { Least = 0, Most = 0.9999 },
        new("training.decay", KeyKind.Number, "0", "λ of x ← x − η(m + λx).") { Least = 0 },
        new("training.clip", KeyKind.NumberOrWord, "none", "Largest norm of a gradient; longer ones are shortened to it."),
        new("training.steps", KeyKind.Whole, "1", "Local steps a round.") { Least = 1, Most = 1_000_000 },
        new("training.start", KeyKind.Word, "same",
            "Whether learners start from the same parameters; max-norm: from the longest of their own, as P2PL does.")
        {
            Words = ["same", "own", "max-norm"],
        },
        new("training.dampening", KeyKind.Word, "momentum",
            "What a gradient is multiplied by on its way into the momentum: 1 − β, or none: m ← βm + g.")
        {
            Words = ["momentum", "none"],
        },
        new("training.affinity", KeyKind.Number, "0", "η_d of P2PL with Affinity: how far a step follows the neighbours.")
        {
            Least = 0,
            Most = 1,
        },
        new("training.holdBack", KeyKind.Number, "0", "Share of the own examples kept from training, for rules to look at.")
        {
            Least = 0,
            Most = 0.9,
        },
        new("exchange.peers", KeyKind.Call, null, "Whom a learner exchanges models with."),
        new("exchange.steps", KeyKind.Whole, "1", "Exchanges a round.") { Least = 1, Most = 1000 },
        new("exchange.affinity", KeyKind.Number, "0", "η_b of P2PL with Affinity: how far an exchange is taken back.")
        {
            Least = 0,
            Most = 1,
        },
        new("exchange.deadline", KeyKind.Duration, "5s", "How long to wait for a peer's model."),
        new("exchange.missing", KeyKind.Word, "own",
            "A missing answer is filled with the own model, counted as a fault, or ends the exchange.")
        {
            Words = ["own", "fault", "skip"],
        },
        new("exchange.replacement", KeyKind.Whole, "0", "Fresh peers asked instead of missing ones.")
        {
            Least = 0,
            Most = 1_000_000,
        },
        new("exchange.assumedByzantine", KeyKind.Call, "auto(confidence=0.99)", "How many pulled models may be Byzantine."),
        new("exchange.ticks", KeyKind.Call, "round", "Who starts a round: the coordinator, or with none each learner."),
        new("exchange.patience", KeyKind.Duration, "30s",
            "How long the coordinator waits once all but the Byzantine number have reported."),
        new("exchange.roundDeadline", KeyKind.Duration, "10m", "How long a round may take."),
        new("aggregation", KeyKind.Call, null, "Mixing steps and a rule, divided by bars."),
        new("rounds", KeyKind.Whole, null, "Number of rounds.") { Least = 1, Most = 100_000_000 },
        new("evaluate.every", KeyKind.Whole, "20", "Rounds between evaluations; 0: at the end only.")
        {
            Least = 0,
            Most = 100_000_000,
        },
        new("evaluate.learners", KeyKind.WholeOrWord, "all", "How many honest learners are evaluated.")
        {
            Least = 1,
            Words = ["all"],
        },
        new("evaluate.images", KeyKind.WholeOrWord, "all", "On how many test examples.") { Least = 1, Words = ["all"] },
        new("evaluate.afterTraining", KeyKind.Word, "no",
            "Whether models are evaluated before the exchange too.") { Words = ["no", "yes"] },
        new("faults", KeyKind.List, "[]", "What goes wrong, in virtual time: a list like [loss(0.01), latency(20ms)]."),
        new("checkpoint.every", KeyKind.WholeOrDuration, "0",
            "Rounds between checkpoints, or a time such as 5m; 0: only where a run is ended early.")
        {
            Least = 0,
            Most = 100_000_000,
        },
        new("checkpoint.models", KeyKind.WholeOrWord, "auto",
            "How many honest learners' final models are written as safetensors; auto: all up to 100 MB, else one.")
        {
            Least = 0,
            Words = ["auto", "all", "none"],
        },
        new("expect.modelHash", KeyKind.Text, "", "The model hash the run must end with."),
    ];

    /// <summary>The sections that have keys of their own.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        [.. All.Select(key => key.Section).Where(name => name.Length > 0).Distinct()];

    /// <summary>The key of a path.</summary>
    public static ScenarioKey Of(string path) => All.Single(key => key.Path == path);

    /// <summary>The names allowed in a section; the sections too at the top.</summary>
    public static IReadOnlyList<string> NamesIn(string section) =>
        [.. All.Where(key => key.Section == section).Select(key => key.Name).Concat(section.Length == 0 ? Sections : [])];
}
