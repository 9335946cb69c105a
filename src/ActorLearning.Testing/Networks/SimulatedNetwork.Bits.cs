using ActorLearning.Protocol.Learners;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.States;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Networks;

/// <remarks>Same bits: a run in which only the order differed from the plain one ends with the same models.</remarks>
public sealed partial class SimulatedNetwork
{
    private bool isReference;
    private bool isTroubled;
    private ulong? plainModels;

    /// <summary>From now on this run may end with other models than the plain one.</summary>
    private void Trouble() => isTroubled = true;

    private void CompareWithPlain()
    {
        if (isTroubled || isReference)
        {
            return;
        }

        if (plainModels is null)
        {
            var plain = new SimulatedNetwork(Plan) { isReference = true };
            plain.Finish();
            plainModels = plain.isTroubled ? 0 : plain.Models();
        }

        if (plainModels != 0 && plainModels != Models())
        {
            const string Differs = "ends a run with other models than the plain order of the same messages does";
            watch.Broken(Promise.SameBits, learners, Differs);
        }
    }

    /// <summary>A digest of all honest models.</summary>
    private ulong Models()
    {
        var sum = 1UL;
        for (var learner = 0; learner < learners; learner++)
        {
            if (StateOf(learner) is LearnerState { Model: { } model })
            {
                sum = Digest.Mix(sum + SmallModel.DigestOf(model));
            }
        }

        return sum;
    }
}
