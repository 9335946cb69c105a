using ActorLearning.Protocol;

namespace ActorLearning.Engine.Embedded;

/// <summary>Buffers of models, used again once no machine and no message can reach them.</summary>
/// <remarks>
/// Who may still need a model is asked of the machines themselves, so that neither a lagging learner nor a late message can
/// see a buffer change under it. A sweep costs a few steps a learner.
/// </remarks>
internal sealed class ModelPool(int parameters, bool poison)
{
    private readonly Stack<float[]> free = [];
    private readonly HashSet<float[]> rented = new(ReferenceEqualityComparer.Instance);
    private readonly List<Model> reached = [];
    private List<PooledModel> live = [];
    private int sweep;

    /// <summary>Buffers made so far, in use and free.</summary>
    public int Buffers { get; private set; }

    /// <summary>
    /// A buffer of one model; contents undefined. It must become a model, or be given back, before the next sweep.
    /// </summary>
    public float[] Rent()
    {
        if (!free.TryPop(out var buffer))
        {
            buffer = new float[parameters];
            Buffers++;
        }

        rented.Add(buffer);
        return buffer;
    }

    /// <summary>Makes the model that lives in a rented buffer.</summary>
    public PooledModel Publish(float[] buffer, bool isFinite)
    {
        var model = new PooledModel(buffer, isFinite);
        rented.Remove(buffer);
        live.Add(model);
        return model;
    }

    /// <summary>Takes in a model that was made elsewhere, of the pool's length.</summary>
    public void Adopt(PooledModel model)
    {
        live.Add(model);
        Buffers++;
    }

    /// <summary>Takes back every buffer that cannot be reached from the given machines and models.</summary>
    public void Sweep(IEnumerable<IMachine> machines, IEnumerable<Model> onTheWay)
    {
        sweep++;
        reached.Clear();
        reached.AddRange(onTheWay);
        foreach (var machine in machines)
        {
            machine.CollectModels(reached);
        }

        foreach (var model in reached)
        {
            if (model is PooledModel pooled)
            {
                pooled.SeenAt = sweep;
            }
        }

        foreach (var buffer in rented)
        {
            Free(buffer);
        }

        rented.Clear();
        var kept = new List<PooledModel>(live.Count);
        foreach (var model in live)
        {
            if (model.SeenAt == sweep)
            {
                kept.Add(model);
            }
            else
            {
                Free(model.Values);
            }
        }

        live = kept;
    }

    private void Free(float[] buffer)
    {
        if (poison)
        {
            Array.Fill(buffer, float.NaN);
        }

        free.Push(buffer);
    }
}
