using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    private const double MostSlowdown = 10_000;

    /// <summary>What can go wrong.</summary>
    public static Section<Fault> Faults { get; } = new("fault", [.. Latencies(), .. NetworkFaults(), .. LearnerFaults()]);

    private static Option[] Scoped(params Option[] options) =>
    [
        .. options,
        new("sender", "whose messages: a learner, several as 0..9, or the coordinator; left out: everyone's")
        {
            IsLearners = true, Word = "coordinator", IsOptional = true,
        },
        new("receiver", "messages to whom, the same way") { IsLearners = true, Word = "coordinator", IsOptional = true },
        new("from", "from this time of the run on", "0s") { IsTime = true },
        new("until", "before this time; left out: to the end") { IsTime = true, IsOptional = true },
    ];

    private static MessageScope Scope(Arguments arguments) => new(
        arguments.Learners("sender"), arguments.Learners("receiver"), arguments.Time("from")!.Value,
        arguments.Time("until") ?? TimeSpan.MaxValue);

    private static Option Share() =>
        new("share", "share of the messages, drawn for each") { Least = 0, IsLeastExcluded = true, Most = 1 };

    private static Option Period(string name, string meaning) => new(name, meaning) { IsTime = true };

    private static Option Whom() => new("learners", "which: numbers, ranges like 0..9, or a random share like 30%")
    {
        IsLearners = true, Repeats = true,
    };

    private static Option Spread(string standard) =>
        new("sigma", "standard deviation of the logarithm", standard) { Least = 0, Most = 10 };

    private static Entry<Fault>[] Latencies() =>
    [
        new("latency", "messages take so long; what all latencies say of a message adds up", "",
            Scoped(Period("time", "how long")),
            arguments => new LatencyFault(Scope(arguments), new ConstantDelay(arguments.Time("time")!.Value))),
        new("uniform-latency", "messages take a time uniform between two", "",
            Scoped(Period("least", "the least"), Period("most", "the most")),
            arguments => new LatencyFault(
                Scope(arguments), new UniformDelay(arguments.Time("least")!.Value, arguments.Time("most")!.Value))),
        new("log-normal-latency", "messages take a log-normal time: most of them about the median, a few much longer", "",
            Scoped(Period("median", "the median"), Spread("0.5")),
            arguments => new LatencyFault(
                Scope(arguments), new LogNormalDelay(arguments.Time("median")!.Value, arguments.Number("sigma")))),
    ];

    private static Entry<Fault>[] NetworkFaults() =>
    [
        new("loss", "messages get lost", "", Scoped(Share()),
            arguments => new LossFault(Scope(arguments), arguments.Number("share"))),
        new("duplication", "messages arrive twice, the second time with a latency of its own", "", Scoped(Share()),
            arguments => new DuplicationFault(Scope(arguments), arguments.Number("share"))),
        new("reordering", "messages are held back for a time uniform up to within, and overtaken", "",
            Scoped(Share(), Period("within", "the longest time")),
            arguments => new ReorderingFault(Scope(arguments), arguments.Number("share"), arguments.Time("within")!.Value)),
        new("partition", "messages between these learners and the others get lost; the coordinator reaches both sides", "",
            [Whom(), Period("from", "from this time of the run on"), Period("until", "before this time")],
            arguments => new PartitionFault(
                arguments.RepeatedLearners, arguments.Time("from")!.Value, arguments.Time("until")!.Value)),
    ];

    private static Entry<Fault>[] LearnerFaults() =>
    [
        new("crash", "learners lose all they knew; back again, they join by pulling and aggregating their peers' models", "",
            [
                Whom(),
                Period("at", "when they die"),
                new("until", "when they are back; left out: never") { IsTime = true, IsOptional = true },
            ],
            arguments => new CrashFault(
                arguments.RepeatedLearners, arguments.Time("at")!.Value, arguments.Time("until") ?? TimeSpan.MaxValue)),
        new("training-time", "the local steps of a round take a log-normal time, drawn for each learner and round", "",
            [Period("median", "the median"), Spread("0")],
            arguments => new TrainingTimeFault(
                new LogNormalDelay(arguments.Time("median")!.Value, arguments.Number("sigma")))),
        new("slow", "learners that need a multiple of the training time", "",
            [Whom(), new("factor", "how many times as long") { Least = 0, IsLeastExcluded = true, Most = MostSlowdown }],
            arguments => new SlowFault(arguments.RepeatedLearners, arguments.Number("factor"))),
        new("coordinator-down", "the coordinator is away: reports are lost; back again, it ticks its round once more", "",
            [Period("from", "from this time of the run on"), Period("until", "before this time")],
            arguments => new CoordinatorDownFault(arguments.Time("from")!.Value, arguments.Time("until")!.Value)),
    ];
}
