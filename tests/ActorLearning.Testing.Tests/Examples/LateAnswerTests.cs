using ActorLearning.Protocol.Learners;
using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;
using static ActorLearning.Testing.Networks.Happening;

namespace ActorLearning.Testing.Tests.Examples;

public sealed class LateAnswerTests
{
    [Fact]
    public void An_answer_after_the_deadline_changes_nothing()
    {
        var network = NetworkPlan.Small(learners: 3, pulled: 2, rounds: 1);

        new Schedule(network)
            .Hold(Answer(round: 1, from: 2, to: 0))
            .TimePasses(TimeSpan.FromSeconds(4))
            .Expect(Expect.Phase(0, LearnerPhase.Pulling, round: 1))
            .Deliver(Timeout(1, from: 2, to: 0))
            .Expect(Expect.Aggregate(1, at: 0, of: [0, 1]))
            .Deliver(Answer(1, from: 2, to: 0))
            .Expect(Expect.Fact(0, "late", 1))
            .DeliverTheRest()
            .Expect(Expect.RoundEnded(1));
    }

    [Fact]
    public void No_order_of_messages_breaks_a_promise()
    {
        var network = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1, aggregation: "nnm | trimmed-mean");

        var result = Explorer.Run(network, new ExplorationSettings { Depth = 1, Schedules = 500 });

        Assert.Null(result.Violation);
    }
}
