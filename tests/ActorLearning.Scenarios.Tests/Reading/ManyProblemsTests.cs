namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class ManyProblemsTests
{
    [Fact]
    public void All_problems_of_a_file_are_told_at_once_in_the_order_of_its_lines()
    {
        const string Text = """
            learners: ten
            rounds: 0
            byzantine: { count: -2, attack: aile, placement: 3 }
            data: { split: dirichlet(alpha=0), set: minst }
            training:
              steps: 0
              rate: [1]
              start: smae
            model: L(9
            exchange: { peers: pull(0), missing: never, deadline: soon }
            aggregation: nnm
            evaluate: { every: often }
            faults: [a]
            name: [x]
            spede: 1
            """;

        string[] places =
        [
            "1:11: learners: ten is", "2:9: rounds: 0 is", "3:21: byzantine.count: -2 is", "3:33: byzantine.attack: \"aile\" is",
            "3:50: byzantine.placement: 3 is", "4:26: data.split: alpha=0 is", "4:41: data.set: \"minst\" is",
            "6:10: training.steps: 0 is", "7:9: training.rate: is a list", "8:10: training.start: smae is",
            "10:25: exchange.peers: peers=0 is", "10:38: exchange.missing: never is", "10:55: exchange.deadline: soon is",
            "11:14: aggregation: nnm is", "12:20: evaluate.every: often is", "13:10: faults: \"a\" is no fault",
            "14:7: name: is a list",
            "15:1: spede: unknown key",
        ];

        var problems = Small.Problems(Text).Split('\n');

        Assert.Equal(places.Length, problems.Length);
        Assert.All(
            places.Zip(problems), pair => Assert.StartsWith($"my.yaml:{pair.First}", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_required_key_of_an_empty_mapping_is_asked_for() => Assert.Equal(
        """
        my.yaml:1:1: name: is missing. What the run is called; its folder is named after it.
        my.yaml:1:1: learners: is missing. Number of learners n, Byzantine ones included.
        my.yaml:1:1: exchange.peers: is missing. Whom a learner exchanges models with.
        my.yaml:1:1: model: is missing. A model by name, or a layer string such as C(20)-R-M-L(10)-S.
        my.yaml:1:1: aggregation: is missing. Mixing steps and a rule, divided by bars.
        my.yaml:1:1: rounds: is missing. Number of rounds.
        """,
        Small.Problems("{}"));
}
