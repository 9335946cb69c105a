using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using TorchSharp;

namespace ActorLearning.TorchSharp.Tests;

public sealed class GrowthTests
{
    /// <summary>Batch normalisation, dropout, scratch and other memory: every way a tensor comes to life in a step.</summary>
    [TorchTheory]
    [InlineData(true, 10_000)]
    [InlineData(false, 1000)]
    public void Ten_thousand_steps_leave_no_tensor_behind(bool inScratch, int steps)
    {
        var network = LayerNotation.Parse("C(2,kernel=3)-R-M-B-D-L(10)-S", new Shape(1, 6, 6), classes: 10, [])!;
        using var objective = new TorchObjective(network, new TorchOptions());

        AssertNoGrowth(objective, inScratch, steps);
    }

    [TorchFact]
    public void Nor_do_those_of_a_module_of_the_users_with_counters_and_libtorchs_dropout()
    {
        using var objective = new TorchObjective(torch.nn.Sequential(
            torch.nn.Linear(12, 8), torch.nn.BatchNorm1d(8), torch.nn.Dropout(.5), torch.nn.Linear(8, 10)));

        AssertNoGrowth(objective, inScratch: true, 10_000);
    }

    [TorchFact]
    public void What_an_objective_held_is_free_once_it_is_disposed()
    {
        new TorchObjective(ResidualModule.Make, new(3, 8, 8)).Dispose();
        Settle();
        var alive = torch.Tensor.TotalCount;

        for (var i = 0; i < 10; i++)
        {
            new TorchObjective(ResidualModule.Make, new(3, 8, 8)).Dispose();
        }

        Assert.InRange(torch.Tensor.TotalCount, 0, alive);
    }

    private static void AssertNoGrowth(TorchObjective objective, bool inScratch, int steps)
    {
        var scratch = new Scratch();
        var features = inScratch ? scratch.Take(4 * objective.Features) : new float[4 * objective.Features];
        features.Fill(1);
        var (model, gradient, statistics) =
            (new float[objective.Parameters], new float[objective.Parameters], new float[objective.Statistics]);
        objective.InitializeStatistics(statistics);
        var batch = new Batch(features, [1, 2, 3, 4]);

        var alive = (InScopes: 0L, Outside: 0L);
        for (var step = 0; step < steps; step++)
        {
            objective.LossAndGradient(model, batch, gradient, scratch, statistics, new RandomStream(1, StreamPurpose.Dropout));
            objective.Loss(model, batch, [], scratch, statistics);
            if (step == 0)
            {
                alive = Alive();
            }
        }

        Assert.Equal(alive, Alive());
    }

    /// <summary>Tensors this thread has made and not disposed: what the garbage collector does later does not count.</summary>
    private static (long InScopes, long Outside) Alive()
    {
        var counts = DisposeScopeManager.Statistics;
        return (counts.CreatedInScopeCount - counts.DisposedInScopeCount - counts.DetachedFromScopeCount,
            counts.CreatedOutsideScopeCount);
    }

    /// <summary>Lets go of what other tests have left to the garbage collector.</summary>
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
