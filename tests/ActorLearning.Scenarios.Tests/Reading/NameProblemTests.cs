namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>Names the catalogue does not know, and options that are wrong.</summary>
public sealed class NameProblemTests
{
    private const string Layers = "known are C(channels), L(outputs), R, M, B, D(rate) and S";

    [Theory]
    [InlineData(3, "byzantine: { count: 2, attack: aile }",
        "3:32: byzantine.attack: \"aile\" is no attack; did you mean alie? (known: {attacks})")]
    [InlineData(3, "byzantine: { count: 2, attack: teleport }",
        "3:32: byzantine.attack: \"teleport\" is no attack (known: {attacks})")]
    [InlineData(3, "byzantine: { count: 0, attack: aile }",
        "3:32: byzantine.attack: \"aile\" is no attack; did you mean alie? (known: {attacks})")]
    [InlineData(4, "data: { set: minst }", "4:14: data.set: \"minst\" is no data set; did you mean mnist? (known: {data})")]
    [InlineData(4, "data: { split: dirichlt(alpha=1) }",
        "4:16: data.split: \"dirichlt\" is no split; did you mean dirichlet? (known: {splits})")]
    [InlineData(5, "model: mnist-cn", "5:8: model: \"mnist-cn\" is no model; did you mean mnist-cnn? (known: {models})")]
    [InlineData(5, "model: softmaxregression",
        "5:8: model: \"softmaxregression\" is no model; did you mean softmax-regression? (known: {models})")]
    [InlineData(5, "model: resnet-18", "5:8: model: \"resnet-18\" is no model (known: {models})")]
    [InlineData(7, "exchange: { peers: pul(5) }",
        "7:20: exchange.peers: \"pul\" is no way to choose peers; did you mean pull? (known: {peers})")]
    public void An_unknown_name_is_refused_with_the_nearest_one(int line, string instead, string expected) =>
        Check(line, instead, expected);

    [Theory]
    [InlineData("alie(y=1)", "37: byzantine.attack: alie has no option y; did you mean z? (known: z, sign, of)")]
    [InlineData("alie(strength=1)", "37: byzantine.attack: alie has no option strength (known: z, sign, of)")]
    [InlineData("alie(z=x)", "37: byzantine.attack: z=x is not a number or auto")]
    [InlineData("alie()", null)]
    [InlineData("alie(z=-1)", "37: byzantine.attack: z=-1 is out of range: 0 or more")]
    [InlineData("\"alie(1, -, all, 3)\"", "49: byzantine.attack: alie has no place for 3 (known: z, sign, of)")]
    [InlineData("\"alie(z=1, z=2)\"", "43: byzantine.attack: z is given twice")]
    [InlineData("\"alie(z=1, sign=x)\"", "43: byzantine.attack: sign=x is not one of +, -; did you mean +?")]
    [InlineData("silent(3)", "39: byzantine.attack: silent has no options, so no 3")]
    [InlineData("sign-flip(of=all)", "42: byzantine.attack: of=all is not one of mean, own")]
    [InlineData("min-max(far)", "40: byzantine.attack: direction=far is not one of deviation, unit, sign")]
    [InlineData("sampling-aware(max)", "47: byzantine.attack: of=max is not one of alie, fall-of-empires, both")]
    [InlineData("optimised-alie(sign=0)", "47: byzantine.attack: sign=0 is not one of +, -; did you mean +?")]
    [InlineData("dissensus(0)", "42: byzantine.attack: epsilon=0 is out of range: above 0, at most 1E+30")]
    [InlineData("spectral(-1)", "41: byzantine.attack: factor=-1 is out of range: above 0, at most 1E+30")]
    [InlineData("mimic(-1)", "38: byzantine.attack: target=-1 is out of range: 0 or more")]
    [InlineData("mimic(.5)", "38: byzantine.attack: target=.5 is not a whole number")]
    [InlineData("gaussian(sigma=0)", "41: byzantine.attack: sigma=0 is out of range: above 0, at most 1E+30")]
    [InlineData("random(range=0)", "39: byzantine.attack: range=0 is out of range: above 0, at most 1E+30")]
    [InlineData("late(delay=-1)", "37: byzantine.attack: delay=-1 is out of range: 0 or more, at most 86400")]
    [InlineData("flood(0)", "38: byzantine.attack: n=0 is out of range: 1 or more, at most 10000")]
    [InlineData("silent(z=3)", "39: byzantine.attack: silent has no options, so no z")]
    [InlineData("fall-of-empires(0)", "48: byzantine.attack: epsilon=0 is out of range: above 0")]
    [InlineData("5", "32: byzantine.attack: \"5\" is no attack: write a name, or a name with options like name(option=1)")]
    public void A_wrong_option_of_an_attack_is_refused(string attack, string? expected)
    {
        var line = $"byzantine: {{ count: 2, attack: {attack} }}";

        if (expected is null)
        {
            Small.Read(Small.With(3, line));
        }
        else
        {
            Check(3, line, $"3:{expected}");
        }
    }

    [Fact]
    public void A_call_cut_at_a_comma_tells_of_quotes() => Assert.Equal(
        "my.yaml:3:32: byzantine.attack: \"alie(z=1\" is no attack: write a name, or a name with options like name(option=1); "
        + "inside { } or [ ] a comma ends it, so put it in quotes\n"
        + "my.yaml:3:42: byzantine.sign=-): unknown key (known: count, attack, placement, rotate)",
        Small.Problems(Small.With(3, "byzantine: { count: 2, attack: alie(z=1, sign=-) }")));

    [Theory]
    [InlineData("dirichlet",
        "16: data.split: dirichlet needs alpha: concentration: the smaller, the fewer labels a learner sees")]
    [InlineData("dirichlet(alpha=0)", "26: data.split: alpha=0 is out of range: above 0")]
    [InlineData("dirichlet(-1)", "26: data.split: alpha=-1 is out of range: above 0")]
    [InlineData("dirichlet-as-coded(0)", "35: data.split: alpha=0 is out of range: above 0")]
    [InlineData("\"dirichlet(1, per=1.5)\"", "30: data.split: per=1.5 is not a whole number")]
    [InlineData("\"dirichlet(alpha=1, alpha=2)\"", "36: data.split: alpha is given twice")]
    [InlineData("by-label(0)", "25: data.split: shards=0 is out of range: 1 or more, at most 1000")]
    [InlineData("by-label(1001)", "25: data.split: shards=1001 is out of range: 1 or more, at most 1000")]
    public void A_wrong_option_of_a_split_is_refused(string split, string expected) =>
        Check(4, $"data: {{ split: {split} }}", $"4:{expected}");

    [Theory]
    [InlineData("mlp", "8: model: mlp needs width: outputs of each hidden layer")]
    [InlineData("mlp(200,0)", "16: model: width=0 is out of range: 1 or more, at most 1048576")]
    [InlineData("mlp(200,depth=3)", "16: model: mlp has no option depth (known: width)")]
    [InlineData("L(10)-R", "8: model: the last layer must be S")]
    [InlineData("L(9)-S", "8: model: the last layer has 9 outputs, the data has 10 classes")]
    [InlineData("C(20)-X-S", $"8: model: layer 2, \"X\", is not a layer; {Layers}")]
    [InlineData("R-M-S", "8: model: the last layer has 196 outputs, the data has 10 classes")]
    [InlineData("S", "8: model: \"S\" is no model (known: {models})")]
    [InlineData("C(20,kernel=50)-R-L(10)-S", "8: model: layer 1, \"C(20,kernel=50)\", has a 50×50 kernel on an image of 28×28")]
    public void A_wrong_model_is_refused(string model, string expected) => Check(5, $"model: {model}", $"5:{expected}");

    [Theory]
    [InlineData("pull", "20: exchange.peers: pull needs peers: how many, s")]
    [InlineData("pull(0)", "25: exchange.peers: peers=0 is out of range: 1 or more")]
    [InlineData("pull(2.5)", "25: exchange.peers: peers=2.5 is not a whole number")]
    [InlineData("pull(10)", "20: exchange.peers: pulls from 10 peers, but of 10 learners each has only 9")]
    [InlineData("pull(99)", "20: exchange.peers: pulls from 99 peers, but of 10 learners each has only 9")]
    public void A_wrong_pull_is_refused(string peers, string expected) =>
        Check(7, $"exchange: {{ peers: {peers}, assumedByzantine: 2 }}", $"7:{expected}");

    private static void Check(int line, string instead, string expected) =>
        Small.AssertProblems($"my.yaml:{expected}", Small.With(line, instead));
}
