namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class DataProblemTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Rows_of_numbers_are_a_data_set_of_their_own_shape()
    {
        File.WriteAllText(path, "1,2,3,a\n4,5,6,b\n7,8,9,c\n1,1,1,a\n");

        var scenario = Small.Read(Small.Text, $"data.set=csv({path})", "evaluate.images=1");

        Assert.Equal((3, 3, 3, 1), (
            scenario.Data.Shape.Size, scenario.Data.Classes, scenario.Data.Training, scenario.Data.Test));
        Assert.Equal(3 * 3 + 3, scenario.Model.Parameters);
        Assert.Equal(3, scenario.Data.Load().Training.Count);
    }

    [Fact]
    public void Another_content_of_the_file_is_another_fingerprint()
    {
        File.WriteAllText(path, "1,a\n2,b\n3,a\n");
        var one = Small.Read(Small.Text, $"data.set=csv({path})").Fingerprint;
        File.WriteAllText(path, "1,a\n2,b\n4,a\n");

        var other = Small.Read(Small.Text, $"data.set=csv({path})").Fingerprint;

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_missing_file_is_a_problem_of_the_scenario() => Assert.Contains(
        "data.set: nowhere.csv cannot be read: there is no such file. Name it from the folder the command is run in",
        Small.Problems(Small.Text, "data.set=csv(nowhere.csv)"));

    [Fact]
    public void Rows_of_numbers_cannot_be_mirrored()
    {
        File.WriteAllText(path, "1,a\n2,b\n3,a\n");

        var problems = Small.Problems(Small.Text, $"data.set=csv({path})", "data.augment=crop-flip");

        Assert.Equal("--set: data.augment: crop-flip is for images; allowed for rows of numbers: none", problems);
    }
}
