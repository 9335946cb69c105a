using ActorLearning.Protocol;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>A learner that is deliberately broken: the real one with its inputs, state or effects tampered with.</summary>
internal abstract class Tampered(LearnerSettings settings, LearnerState start) : IMachine<LearnerState>
{
    private readonly Outbox inner = new();

    protected Learner Learner { get; private set; } = new(settings, start);

    public LearnerState Save() => Learner.Save();

    public void CollectModels(ICollection<Model> models) => Learner.CollectModels(models);

    public void Handle(Input input, Outbox outbox)
    {
        inner.Clear();
        foreach (var part in Inputs(input))
        {
            Learner.Handle(part, inner);
        }

        foreach (var effect in Effects(input, inner.Effects))
        {
            outbox.Add(effect);
        }
    }

    /// <summary>Puts another state in the place of the learner's.</summary>
    protected void Change(Func<LearnerState, LearnerState> change) => Learner = new Learner(settings, change(Learner.Save()));

    protected virtual IEnumerable<Input> Inputs(Input input) => [input];

    protected virtual IEnumerable<Effect> Effects(Input input, IReadOnlyList<Effect> effects) => effects;
}
