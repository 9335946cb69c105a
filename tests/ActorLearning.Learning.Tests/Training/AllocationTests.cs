using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Training;

/// <summary>A step of ten thousand learners must not feed the garbage collector.</summary>
public sealed class AllocationTests
{
    private const int Side = 14;

    private static readonly Network Objective = MakeNetwork();

    [Theory]
    [InlineData(25, 1)]
    [InlineData(25, 3)]
    [InlineData(10, 1)]
    public void A_local_step_allocates_nothing_after_the_first(int batch, int steps)
    {
        var settings = new TrainingSettings(batch, new RateSchedule([(0, .1), (2, .01)]), Momentum: .9, Decay: 1e-4, steps);
        var training = new LocalTraining(Objective, Sample.Images(100, Side * Side, classes: 10, number: 1), settings, seed: 1);
        var (model, momentum) = (new float[Objective.Parameters], LocalTraining.CreateState(Objective));
        Objective.Initialize(model, Sample.Stream(1));
        var shard = Enumerable.Range(0, 60).ToArray();
        var scratch = new Scratch();
        training.Run(learner: 1, round: 1, shard, model, momentum, scratch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        training.Run(learner: 1, round: 2, shard, model, momentum, scratch);
        training.Run(learner: 2, round: 3, shard, model, momentum, scratch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void An_evaluation_allocates_nothing_after_the_first()
    {
        var evaluator = new Evaluator(Objective, Sample.Images(150, Side * Side, classes: 10, number: 1));
        var model = Sample.Floats(Objective.Parameters, 2);
        var scratch = new Scratch();
        evaluator.Evaluate(model, scratch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        evaluator.Evaluate(model, scratch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static Network MakeNetwork()
    {
        var problems = new List<string>();
        const string text = "C(6)-R-B-M-D-C(6,kernel=3,padding=1)-R-L(30)-R-D(0.5)-L(10)-S";
        var network = LayerNotation.Parse(text, new Shape(1, Side, Side), 10, problems);
        Assert.Empty(problems);
        return network!;
    }
}
