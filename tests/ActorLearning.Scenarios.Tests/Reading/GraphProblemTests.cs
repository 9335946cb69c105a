using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class GraphProblemTests
{
    [Theory]
    [InlineData("torus", "10 learners make no torus: rows and columns must be 3 or more; 12 learners do")]
    [InlineData("random-regular(10)", "k=10 neighbours, but each of 10 learners has only 9 others")]
    [InlineData("\"small-world(3, 0.5)\"", "k=3 is odd; a ring has even numbers of neighbours")]
    [InlineData("random-connected(8)", "edges=8 is out of range: a connected graph over 10 learners has 9 to 45")]
    [InlineData("random-connected(46)", "edges=46 is out of range: a connected graph over 10 learners has 9 to 45")]
    [InlineData("erdos-renyi(0.0001)",
        "erdos-renyi(0.0001) falls into 10 parts: 10 learner(s) have no neighbour, the first is 0. "
        + "Take more edges, another seed, or random-connected(edges), which is connected by construction")]
    [InlineData("two-worlds(6)", "links=6, but the other half has only 5 learner(s)")]
    [InlineData("push(10)", "sends to 10, but of 10 learners each has only 9")]
    public void A_graph_that_cannot_be_is_refused(string peers, string expected) => Assert.Equal(
        $"my.yaml:7:20: exchange.peers: {expected}",
        Small.Problems(Small.With(7, $"exchange: {{ peers: {peers}, assumedByzantine: 2 }}")));

    [Fact]
    public void An_unknown_key_of_an_exchange_is_told_once() => Assert.StartsWith(
        "my.yaml:7:30: exchange.dealine: unknown key; did you mean deadline?",
        Assert.Single(Small.Problems(Small.With(7, "exchange: { peers: complete, dealine: 5s }")).Split('\n')));

    [Fact]
    public void An_odd_sum_of_neighbours_is_refused() => Assert.Contains(
        "exchange.peers: 9 learners cannot have 3 neighbours each: one of the numbers must be even",
        Small.Problems(Small.Text, "exchange.peers=random-regular(3)", "learners=9", "aggregation=mean"));

    [Fact]
    public void A_graph_too_large_to_hold_is_refused() => Assert.Contains(
        "exchange.peers: complete of 10000 learners has more than 20,000,000 edges, too many to hold",
        Small.Problems(Small.Text, "exchange.peers=complete", "learners=10000"));

    [Fact]
    public void A_rule_that_a_learner_with_few_neighbours_cannot_follow_is_refused() => Assert.Equal(
        "my.yaml:8:14: aggregation: trimmed-mean with 2 assumed Byzantine needs 5 models and gets 3: learner 0 has 2 "
        + "neighbour(s) and its own model, and so for 9 more. Take a graph with more edges, a rule of the gossip family, "
        + "or assume fewer Byzantine peers.",
        Small.Problems(Small.With(7, "exchange: { peers: ring, assumedByzantine: 2 }")));

    [Fact]
    public void Fresh_peers_on_a_graph_are_refused() => Assert.Equal(
        "--set: exchange.replacement: on a graph there are no fresh peers; allowed: 0",
        Small.Problems(Small.Text, "exchange.peers=complete", "exchange.replacement=1"));

    [Fact]
    public void Every_bad_line_of_an_edge_list_is_told()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "0 1\n1,2\n# nothing\n3 10\n4 4\nfive 6\n1 2 3\n");

        var problems = Small.Problems(Small.With(7, $"exchange: {{ peers: \"edge-list({path})\", assumedByzantine: 2 }}"));

        File.Delete(path);
        Assert.Equal(
            $"""
            my.yaml:7:20: exchange.peers: {path}:4: 10 is not a learner; they are numbered 0 to 9
            my.yaml:7:20: exchange.peers: {path}:5: 4 to 4 is a loop; an edge joins two learners
            my.yaml:7:20: exchange.peers: {path}:6: "five 6" is no edge; write two learners' numbers, as in 0 1
            my.yaml:7:20: exchange.peers: {path}:7: "1 2 3" is no edge; write two learners' numbers, as in 0 1
            """, problems);
    }

    [Fact]
    public void An_edge_list_that_leaves_learners_out_is_refused_and_a_missing_one_too()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "0 1\n2 3\n");

        Assert.Contains("falls into 8 parts: 6 learner(s) have no neighbour, the first is 4",
            Small.Problems(Small.Text, $"exchange.peers=edge-list({path})"));
        File.Delete(path);
        Assert.Contains($"the edge list {path} cannot be read", Small.Problems(Small.Text, $"exchange.peers=edge-list({path})"));
    }

    [Fact]
    public void A_graph_in_two_parts_without_a_lonely_learner_is_refused_with_the_way_out()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "0 1\n1 2\n3 4\n");

        var problems = Small.Problems(
            Small.Text, $"exchange.peers=edge-list({path})", "learners=5", "byzantine.count=0", "aggregation=gossip");

        File.Delete(path);
        Assert.StartsWith($"--set: exchange.peers: edge-list({path}) falls into 2 parts: ", problems);
        Assert.EndsWith(
            "Add the edges that are missing, or random-connected(edges), which is connected by construction", problems);
    }

    [Fact]
    public void Weights_as_coded_are_told_apart_and_unknown_ones_refused()
    {
        string[] graph = ["aggregation=gossip", "exchange.peers=random-connected(20"];

        var right = Small.Read(Small.Text, graph[0], $"{graph[1]})");
        var coded = Small.Read(Small.Text, graph[0], $"{graph[1]}, weights=as-coded)");

        Assert.Equal((false, true), (
            right.Exchange.Peers.IsOwnWeightMisplaced, coded.Exchange.Peers.IsOwnWeightMisplaced));
        Assert.NotEqual(right.Fingerprint, coded.Fingerprint);
        Assert.Contains("weights", Small.Problems(Small.Text, graph[0], $"{graph[1]}, weights=as-printed)"));
    }

    [Fact]
    public void Another_content_of_an_edge_list_is_another_fingerprint()
    {
        var path = Path.GetTempFileName();
        string[] settings = [$"exchange.peers=edge-list({path})", "learners=3", "byzantine.count=0", "aggregation=gossip"];
        var fingerprints = new List<string>();
        foreach (var edges in new[] { "0 1\n1 2\n", "1 0\n2 1\n# the same\n", "0 1\n0 2\n" })
        {
            File.WriteAllText(path, edges);
            fingerprints.Add(Small.Read(Small.Text, settings).Fingerprint);
        }

        File.Delete(path);
        Assert.Equal(fingerprints[0], fingerprints[1]);
        Assert.NotEqual(fingerprints[0], fingerprints[2]);
    }

    [Fact]
    public void The_highest_degrees_are_found_on_a_graph()
    {
        var scenario = Small.Read(
            Small.Text, "exchange.peers=star", "byzantine.placement=highest-degree", "aggregation=gts");

        Assert.Equal([0, 1], scenario.Byzantine[0].Placement!);
    }

    [Theory]
    [InlineData("star", "[0, 1]", 1)]
    [InlineData("star", "[1, 2]", 2)]
    [InlineData("ring", "[0, 5]", 1)]
    [InlineData("ring", "[0, 2]", 2)]
    [InlineData("complete", "random", 2)]
    [InlineData("ring", "random", 2)]
    [InlineData("push(5)", "random", 2)]
    public void The_automatic_bound_on_a_graph_counts_what_is_placed_and_reckons_with_what_is_drawn(
        string peers, string placement, int bound)
    {
        var scenario = Small.Read(
            Small.Text, $"exchange.peers={peers}", $"byzantine.placement={placement}", "aggregation=gts",
            "exchange.assumedByzantine=auto(confidence=0.9)");

        Assert.Equal(bound, scenario.Exchange.AssumedByzantine);
    }

    [Fact]
    public void Without_liars_nothing_has_to_be_assumed()
    {
        var scenario = Small.Read(
            Small.Text, "exchange.peers=ring", "byzantine.count=0", "exchange.assumedByzantine=auto(confidence=0.99)");

        Assert.Equal((0, 2, 2), (
            scenario.Exchange.AssumedByzantine, scenario.Exchange.Peers.Count, scenario.Exchange.Peers.Least));
    }
}
