using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Tests.Data;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Columns_are_scaled_by_the_training_part_and_labels_numbered_by_value()
    {
        var rows = Enumerable.Range(0, 100).Select(i => $"{i}, 5, {(i % 2 == 0 ? "10" : "9")}");

        var data = CsvFile.Load(Write("a,b,label", [.. rows]), isLabelFirst: false, test: .2);

        var values = Gather(data.Training);
        Assert.Equal((80, 20, 2, 2), (data.Training.Count, data.Test.Count, data.Shape.Size, data.Classes));
        Assert.Equal(0, values.Where((_, i) => i % 2 == 0).Average(), 5);
        Assert.Equal(1, values.Where((_, i) => i % 2 == 0).Average(value => value * value), 4);
        Assert.All(values.Where((_, i) => i % 2 == 1), value => Assert.Equal(0, value));
        Assert.InRange(data.Training.Labels.ToArray().Count(label => label == 0), 30, 50);
    }

    [Fact]
    public void Rows_go_to_the_same_part_every_time_and_none_to_both()
    {
        var path = Write([.. Enumerable.Range(0, 50).Select(i => $"{(i < 25 ? "walk" : "run")},{i}")]);

        var (one, same) = (CsvFile.Load(path, isLabelFirst: true, .3), CsvFile.Load(path, isLabelFirst: true, .3));

        Assert.Equal(Gather(one.Test), Gather(same.Test));
        Assert.Equal(50, Gather(one.Training).Concat(Gather(one.Test)).Distinct().Count());
    }

    [Fact]
    public void A_column_that_never_changes_in_the_training_part_is_0_in_the_test_part_too()
    {
        // The mean of many .1 is not .1 to the last bit; one row, which the order drawn puts into the test part, is different.
        var rows = Enumerable.Range(0, 200).Select(i => $"{i},0.1,{i % 2}").ToArray();
        var withOne = Enumerable.Range(0, rows.Length).Select(i =>
        {
            string[] changed = [.. rows];
            changed[i] = changed[i].Replace("0.1", "5.0", StringComparison.Ordinal);
            return CsvFile.Load(Write(changed), isLabelFirst: false, test: .2);
        });

        Assert.All(withOne.Take(40), data => Assert.InRange(Gather(data.Test).Max(Math.Abs), 0, 100));
    }

    [Fact]
    public void A_first_line_with_a_number_in_it_is_no_header()
    {
        var path = Write("1,o.5,a", "1,2,b");

        Assert.Equal($"{path}:1: \"o.5\" is not a number",
            Assert.Throws<DataSetException>(() => CsvFile.Load(path, isLabelFirst: false, .5)).Message);
    }

    [Fact]
    public void A_line_without_a_label_is_told()
    {
        var path = Write("1,a", "2,", "3,b");

        Assert.Equal($"{path}:2: has no label",
            Assert.Throws<DataSetException>(() => CsvFile.Load(path, isLabelFirst: false, .5)).Message);
    }

    [Fact]
    public void Every_bad_line_is_told()
    {
        var path = Write("1,2,a", "1,x,a", "1,2,3,b", "", "2,3,b");

        var message = Assert.Throws<DataSetException>(() => CsvFile.Load(path, isLabelFirst: false, .5)).Message;

        Assert.Equal(
            $"{path}:2: \"x\" is not a number; {path}:3: has 3 numbers, the lines before have 2", message);
    }

    [Theory]
    [InlineData(new[] { "1,a", "2,a", "3,a" }, "has 1 label(s); allowed: 2 to 256")]
    [InlineData(new[] { "1,a" }, "has 1 row(s): too few")]
    [InlineData(new string[0], "has 0 row(s): too few")]
    [InlineData(new[] { "1" }, "has no numbers beside the label")]
    public void A_file_that_is_no_task_is_refused(string[] lines, string expected) => Assert.Contains(
        expected, Assert.Throws<DataSetException>(() => CsvFile.Load(Write(lines), isLabelFirst: false, .5)).Message);

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Contains("nowhere.csv", Assert.Throws<DataSetException>(() => CsvFile.Load("nowhere.csv", false, .5)).Message);

    private string Write(params string[] lines) =>
        folder.Write("mine.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private string Write(string header, string[] lines) => Write([header, .. lines]);

    private static float[] Gather(Samples samples)
    {
        var features = new float[samples.Count * samples.Features];
        samples.Gather([.. Enumerable.Range(0, samples.Count)], features, new int[samples.Count]);
        return features;
    }
}
