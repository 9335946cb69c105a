using ActorLearning.Engine.Embedded;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Checkpoints;

/// <summary>The vectors of a checkpoint, each once however many refer to it.</summary>
internal sealed class VectorTable
{
    private readonly List<(float[] Values, VectorKind Kind)> vectors = [];
    private readonly List<PooledModel?> models = [];
    private readonly Dictionary<float[], int> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>The vectors in the order of their places.</summary>
    public IReadOnlyList<(float[] Values, VectorKind Kind)> Vectors => vectors;

    /// <summary>The models that were asked for.</summary>
    public IEnumerable<PooledModel> Models => models.OfType<PooledModel>();

    /// <summary>Puts a vector in, if it is not there, and gives back its place.</summary>
    public int Add(float[] values, VectorKind kind)
    {
        if (!places.TryGetValue(values, out var place))
        {
            place = places[values] = vectors.Count;
            vectors.Add((values, kind));
            models.Add(null);
        }

        return place;
    }

    /// <summary>Puts a model in, if it is not there, and gives back its place.</summary>
    public int Add(Model model) => Add(model.Values, model.IsFinite ? VectorKind.Model : VectorKind.InfiniteModel);

    /// <summary>The vector at a place.</summary>
    public float[] VectorAt(int place) => vectors[place].Values;

    /// <summary>The model at a place: one object, however often it is asked for.</summary>
    public PooledModel ModelAt(int place) =>
        models[place] ??= new PooledModel(vectors[place].Values, vectors[place].Kind == VectorKind.Model);
}
