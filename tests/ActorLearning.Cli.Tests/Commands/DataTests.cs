namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class DataTests
{
    [Fact]
    public void An_unknown_data_set_is_refused_with_the_nearest() => Outcome.Of("data", "get", "cifar").AssertRefused(
        "data get: \"cifar\" is no data set that can be fetched; did you mean cifar10? (known: cifar10, fashion-mnist, mnist). "
        + "One's own data goes by csv(file=…).");

    [Fact]
    public void A_folder_without_the_files_is_refused()
    {
        using var work = new Workplace();

        var outcome = Outcome.Of("data", "get", "fashion-mnist", "--from", work.Folder);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.StartsWith($"--from: {work.Folder} lacks train-images-idx3-ubyte.gz, ", outcome.Error, StringComparison.Ordinal);
    }
}
