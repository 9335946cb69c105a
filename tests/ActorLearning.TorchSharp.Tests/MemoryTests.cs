using System.Runtime.CompilerServices;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>What is copied on the way to libtorch and back, and what is not.</summary>
public sealed class MemoryTests
{
    [TorchFact]
    public void A_modules_parameters_are_views_of_one_flat_tensor_in_their_order()
    {
        var module = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 3));
        var parameters = module.parameters().Select(parameter => (Tensor)parameter).ToList();
        float[] before = [.. parameters.SelectMany(parameter => parameter.data<float>().ToArray())];
        using var flat = new FlatTensors(parameters, CPU);
        var values = new float[flat.Length];

        flat.Store(values);
        Assert.Equal(before, values);
        for (var i = 1; i < parameters.Count; i++)
        {
            var apart = Unsafe.ByteOffset(ref parameters[i - 1].bytes[0], ref parameters[i].bytes[0]);
            Assert.Equal(sizeof(float) * parameters[i - 1].numel(), apart);
        }

        flat.Load([.. Enumerable.Range(0, flat.Length).Select(i => (float)i)]);
        Assert.Equal(
            Enumerable.Range(0, flat.Length).Select(i => (float)i),
            module.parameters().SelectMany(parameter => parameter.data<float>().ToArray()));
    }

    [TorchFact]
    public void The_gradient_is_summed_where_it_is_read()
    {
        using var objective = new TorchObjective(nn.Sequential(nn.Linear(2, 2)));
        var (model, gradient) = (new float[objective.Parameters], new float[objective.Parameters]);

        for (var step = 0; step < 3; step++) // Were it not cleared, the third would be three times as long.
        {
            objective.LossAndGradient(model, new Batch(new float[] { 1, 3 }, new[] { 0 }), gradient, new Scratch());

            // Two classes that are as likely as each other: the softmax is a half.
            Assert.Equal([-.5f, -1.5f, .5f, 1.5f, -.5f, .5f], gradient);
        }
    }

    [TorchFact]
    public void Features_in_a_workers_memory_are_read_where_they_lie_and_others_are_copied()
    {
        var scratch = new Scratch();
        using var scope = NewDisposeScope();
        using var inputs = new Inputs(new(3, 1, 1), CPU);
        var lying = scratch.Take(6);
        var other = new float[6];

        var (view, copy) = (
            inputs.FeaturesOf(new Batch(lying, new int[2]), scratch), inputs.FeaturesOf(new Batch(other, new int[2]), scratch));
        lying[5] = other[5] = 7;

        Assert.Equal([2L, 3L], view.shape);
        Assert.Equal(7, view[1, 2].item<float>());
        Assert.Equal(0, copy[1, 2].item<float>());
    }

    [TorchTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_has_one_native_thread_or_all(bool allThreads)
    {
        var seen = new List<int>();
        using var objective = new TorchObjective(
            new Watched(() => seen.Add(get_num_threads())), options: new TorchOptions { AllThreads = allThreads });
        seen.Clear();

        // A thread that has used libtorch for other things, and one that has not.
        set_num_threads(1 + Environment.ProcessorCount);
        var model = new float[objective.Parameters];
        void Step() => objective.LossAndGradient(
            model, new Batch(new float[2], new[] { 0 }), new float[model.Length], new Scratch());
        Step();
        var another = new Thread(Step);
        another.Start();
        another.Join();

        Assert.Equal(Enumerable.Repeat(allThreads ? Environment.ProcessorCount : 1, 2), seen);
    }

    /// <summary>Tells of every call.</summary>
    private sealed class Watched : nn.Module<Tensor, Tensor>
    {
        private readonly Linear layer = nn.Linear(2, 2);
        private readonly Action tell;

        public Watched(Action tell)
            : base("watched")
        {
            this.tell = tell;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            tell();
            return layer.call(input);
        }
    }
}
