using ActorLearning.Engine.Checkpoints;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Engine.Embedded;

/// <remarks>
/// Checkpoints. Between two steps of the loop everything that moves is in fields: whatever is added to them belongs into
/// <see cref="Capture"/> and <see cref="Restore"/> too.
/// </remarks>
internal sealed partial class EmbeddedRun
{
    private readonly ICheckpointStore? checkpoints;
    private readonly Func<bool>? wantsCheckpoint;
    private bool isCheckpointDue;
    private long lastCheckpoint;

    /// <summary>Keeps a checkpoint; then a run that was interrupted is over.</summary>
    private void SaveCheckpoint()
    {
        checkpoints?.Save(Capture());
        lastCheckpoint = time.GetTimestamp();
        isCheckpointDue = false;
        isOver = record.IsInterrupted;
    }

    private Checkpoint Capture()
    {
        var state = new CheckpointState
        {
            Now = now,
            Elapsed = Elapsed,
            Phases = phases.Times,
            Learners = [.. machines.OfType<Learner>().Select(learner => learner.Save())],
            Byzantine = [.. machines.OfType<ByzantineLearner>().Select(liar => liar.Save())],
            Mobile = [.. machines.OfType<MobileByzantineLearner>().Select(mobile => mobile.Save())],
            Coordinator = coordinator.Save(),
            Momenta = momenta,
            RuleStates = ruleStates,
            Inboxes = [.. receivers.Select(number => new CheckpointState.Mail(new LearnerId(number), inboxes[number]))],
            CoordinatorInbox = coordinatorInbox,
            Work = [.. work.Select(item => new CheckpointState.Task(item.Learner, item.Effect))],
            Wakes = [.. wakes.Select(item => CheckpointState.At(item.Due, default, item.Wake))],
            Pulls = [.. timers.Open().Select(item => CheckpointState.At(item.Due, item.Learner, item.Pull))],
            Letters = [.. letters.InOrder.Select(item => CheckpointState.At(item.Due, default, item.Letter))],
            UnderWay = [.. underWay.Select(item => CheckpointState.At(
                item.Due, item.Work.Learner, new CheckpointState.Task(item.Work.Learner, item.Work.Effect)))],
            Rounds = record.Rounds,
            Evaluations = record.Evaluations,
        };
        return new Checkpoint(CheckpointHeader.Of(record.Last?.Round ?? 0, setup.Scenario.Fingerprint), state, []);
    }

    private IMachine[] MakeMachines(CheckpointState state)
    {
        var made = new IMachine[setup.Scenario.Learners];
        foreach (var learner in state.Learners)
        {
            made[learner.Id.Number] = setup.Machines.Make(learner);
        }

        foreach (var liar in state.Byzantine)
        {
            made[liar.Id.Number] = setup.Machines.Make(liar);
        }

        foreach (var mobile in state.Mobile)
        {
            made[mobile.Learner.Id.Number] = setup.Machines.Make(mobile);
        }

        return made;
    }

    private void Restore(Checkpoint from)
    {
        var state = from.State;
        (now, elapsedBefore) = (state.Now, state.Elapsed);
        phases.Add(state.Phases);
        for (var number = 0; number < machines.Length; number++)
        {
            (momenta[number], ruleStates[number]) = (state.Momenta[number], state.RuleStates[number]);
        }

        foreach (var mail in state.Inboxes)
        {
            foreach (var input in mail.Inputs)
            {
                Send(mail.To, input);
            }
        }

        coordinatorInbox.AddRange(state.CoordinatorInbox);
        work.AddRange(state.Work.Select(item => new Work(item.Learner, item.Effect)));
        wakes.AddRange(state.Wakes.Select(item => (item.Due, item.What)));
        foreach (var pull in state.Pulls)
        {
            timers.Open(pull.Learner, pull.What, pull.Due);
        }

        foreach (var item in state.Letters)
        {
            letters.Add(item.Due, item.What);
        }

        underWay.AddRange(state.UnderWay.Select(item => (item.Due, new Work(item.Learner, item.What.Effect))));

        record.Add(state.Rounds, state.Evaluations);
        foreach (var model in from.Models.Where(model => model.Values.Length == setup.Scenario.Model.Parameters))
        {
            models.Adopt(model);
        }
    }
}
