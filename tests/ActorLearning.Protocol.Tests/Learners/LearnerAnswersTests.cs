using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerAnswersTests
{
    [Fact]
    public void The_first_answer_counts_and_further_ones_are_duplicates()
    {
        var learner = new LearnerHarness(peers: 2);
        learner.ReachPulling();
        var first = ModelOf(1);
        learner.Answer(1, Key(1), first);

        learner.Answer(1, Key(1), ModelOf(2));
        learner.Answer(1, Key(1), NotFinite());
        var effects = learner.Answer(2, Key(1), ModelOf(3));

        Assert.Same(first, LearnerHarness.TheAggregation(effects).Contributions[1].Model);
        Assert.Equal((2, 2, 0), (learner.Facts.Answers, learner.Facts.Duplicates, learner.Facts.Broken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_of_the_round_before_is_kept_until_everyone_is_through_with_it(bool isSettled)
    {
        var learner = new LearnerHarness(peers: 2);
        learner.WholeRound(1, peers: 2);
        learner.Tick(2, isSettled);

        var reply = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(5, Key(1))));

        Assert.Equal(isSettled, reply.Model is null);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8)]
    public void An_answer_that_nobody_asked_for_is_counted_and_dropped(int from)
    {
        var learner = new LearnerHarness(learners: 8, peers: 2);
        learner.ReachPulling();

        var effects = learner.Answer(from, Key(1), ModelOf(1));

        Assert.Empty(effects);
        Assert.Equal((0, 1), (learner.Facts.Answers, learner.Facts.Unasked));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(2, 1)]
    [InlineData(2, -1)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void An_answer_to_another_exchange_is_late_and_leaves_the_slot_open(int round, int step)
    {
        var learner = new LearnerHarness(peers: 1, steps: 2);
        learner.ReachPulling(2);

        var wrong = learner.Answer(1, Key(round, step), ModelOf(1));
        var right = learner.Answer(1, Key(2), ModelOf(2));

        Assert.Empty(wrong);
        Assert.Equal(1, learner.Facts.Late);
        Assert.Equal(2f, LearnerHarness.TheAggregation(right).Contributions[1].Model.Values[0]);
    }

    [Fact]
    public void An_answer_after_the_timeout_is_late_and_the_slot_stays_missing()
    {
        var learner = new LearnerHarness(peers: 2);
        var own = learner.ReachPulling();
        learner.TimeOut(1, Key(1));

        learner.Answer(1, Key(1), ModelOf(1));
        var effects = learner.Answer(2, Key(1), ModelOf(2));

        Assert.Equal((1, 1, 1), (learner.Facts.Timeouts, learner.Facts.Late, learner.Facts.Answers));
        Assert.Equal(new Contribution(Id(1), own, Answered: false), LearnerHarness.TheAggregation(effects).Contributions[1]);
    }

    [Fact]
    public void Answers_in_every_phase_but_pulling_are_late()
    {
        var learner = new LearnerHarness(peers: 1);

        learner.Answer(1, Key(0), ModelOf(1));
        var idle = learner.State.LateSinceReport;
        learner.Tick(1);
        learner.Answer(1, Key(1), ModelOf(1));
        var training = learner.Facts.Late;
        learner.Trained(1, ModelOf(1));
        learner.Answer(1, Key(1), ModelOf(1));
        learner.Answer(1, Key(1), ModelOf(1));
        var aggregating = learner.Facts.Late;

        Assert.Equal((1, 2, 3), (idle, training, aggregating));
        Assert.Equal(LearnerPhase.Aggregating, learner.State.Phase);
    }

    public static TheoryData<string> BrokenModels => ["wrong length", "not finite", "empty"];

    [Theory]
    [MemberData(nameof(BrokenModels))]
    public void A_broken_answer_makes_the_slot_missing_at_once(string kind)
    {
        var broken = kind switch { "empty" => new Model([], isFinite: true), "not finite" => NotFinite(), _ => WrongLength() };
        var learner = new LearnerHarness(peers: 1);
        var own = learner.ReachPulling();

        var effects = learner.Answer(1, Key(1), broken);

        var aggregation = LearnerHarness.TheAggregation(effects);
        Assert.Equal(new Contribution(Id(1), own, Answered: false), aggregation.Contributions[1]);
        Assert.Equal((0, 1, 0), (learner.Facts.Answers, learner.Facts.Broken, learner.Facts.Timeouts));
    }

    [Fact]
    public void After_a_broken_answer_a_good_one_is_late_and_the_timeout_is_not_counted()
    {
        var learner = new LearnerHarness(peers: 2);
        learner.ReachPulling();
        learner.Answer(1, Key(1), WrongLength());

        learner.Answer(1, Key(1), ModelOf(1));
        learner.TimeOut(1, Key(1));

        Assert.Equal((1, 1, 0), (learner.Facts.Broken, learner.Facts.Late, learner.Facts.Timeouts));
    }

    [Fact]
    public void A_timeout_of_an_answered_an_unasked_or_another_pull_is_ignored()
    {
        var learner = new LearnerHarness(peers: 2);
        learner.ReachPulling(2);
        learner.Answer(1, Key(2), ModelOf(1));
        var before = learner.Facts;

        learner.TimeOut(1, Key(2));
        learner.TimeOut(5, Key(2));
        learner.TimeOut(2, Key(1));
        learner.TimeOut(-7, Key(int.MaxValue, -1));

        Assert.Equal(before, learner.Facts);
        Assert.Equal(LearnerPhase.Pulling, learner.State.Phase);
    }
}
