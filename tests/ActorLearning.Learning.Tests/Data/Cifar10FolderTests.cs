using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Data;

public sealed class Cifar10FolderTests : IDisposable
{
    private const int Size = 3072;
    private const int Images = 10_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Images_come_channel_by_channel_in_the_order_of_the_files()
    {
        WriteAll();

        var data = Cifar10Folder.Load(folder.Path);

        var features = new float[2 * Size];
        var labels = new int[2];
        data.Training.Gather([20_001, 3], features, labels);
        Assert.Equal((new Shape(3, 32, 32), 10), (data.Shape, data.Classes));
        Assert.Equal((50_000, 10_000), (data.Training.Count, data.Test.Count));
        Assert.Equal([(2 + 1) % 10, 3], labels);
        Assert.Equal((2 - .4914 * 255) / 255 / .2023, features[0], 4);
        Assert.Equal((2 + 7 - .4822 * 255) / 255 / .1994, features[1024], 4);
        Assert.Equal((0 + 9 - .4465 * 255) / 255 / .2010, features[Size + 2048], 4);
        Assert.Equal(-.4914 / .2023, data.Training.Black(0), 4);
    }

    [Fact]
    public void The_folder_it_is_unpacked_to_will_do()
    {
        WriteAll();
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "cifar-10-batches-bin")).FullName;
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            File.Move(file, Path.Combine(inner, Path.GetFileName(file)));
        }

        Assert.Equal(50_000, Cifar10Folder.Load(folder.Path).Training.Count);
    }

    [Theory]
    [InlineData("missing", "data get cifar10")]
    [InlineData("short", "has 30729999 bytes instead of 30730000")]
    [InlineData("label", "label 10 of image 1 is not below 10")]
    public void What_is_wrong_is_told(string damage, string expected)
    {
        WriteAll();
        var path = Path.Combine(folder.Path, "data_batch_4.bin");
        var content = File.ReadAllBytes(path);
        switch (damage)
        {
            case "missing": File.Delete(path); break;
            case "short": File.WriteAllBytes(path, content[..^1]); break;
            default:
                content[Size + 1] = 10;
                File.WriteAllBytes(path, content);
                break;
        }

        var message = Assert.Throws<DataSetException>(() => Cifar10Folder.Load(folder.Path)).Message;
        Assert.Contains("data_batch_4.bin", message);
        Assert.Contains(expected, message);
    }

    /// <summary>Of file f, image i has the label (f + i) mod 10 and planes of f, f + 7 and f + 9.</summary>
    private void WriteAll()
    {
        var files = Cifar10Folder.TrainingFiles.Append(Cifar10Folder.TestFile).ToList();
        var content = new byte[Images * (Size + 1)];
        for (var file = 0; file < files.Count; file++)
        {
            for (var image = 0; image < Images; image++)
            {
                var record = content.AsSpan(image * (Size + 1), Size + 1);
                record[0] = (byte)((file + image) % 10);
                record[1..1025].Fill((byte)file);
                record[1025..2049].Fill((byte)(file + 7));
                record[2049..].Fill((byte)(file + 9));
            }

            folder.Write(files[file], content);
        }
    }
}
