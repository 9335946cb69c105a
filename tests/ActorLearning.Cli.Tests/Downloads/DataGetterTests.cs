using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ActorLearning.Cli.Downloads;
using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Tests.Downloads;

public sealed class DataGetterTests : IDisposable
{
    private readonly Workplace work = new();
    private readonly List<string> told = [];

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task A_file_is_fetched_checked_and_not_fetched_again()
    {
        var mirror = new FakeMirror(new() { ["http://mirror/one"] = [1, 2, 3] });
        var set = Set(("one", [1, 2, 3]));

        await FetchAsync(mirror, set);
        await FetchAsync(mirror, set);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(Target, "one")));
        Assert.Equal([0L], mirror.Starts);
        Assert.Contains(told, line => line.Contains("every SHA-256 as published", StringComparison.Ordinal));
        Assert.Equal($"set is in {Target} already, every SHA-256 as published.", told[^1]);
    }

    [Theory]
    [InlineData(true, new[] { 0L, 4L })]
    [InlineData(false, new[] { 0L, 0L })]
    public async Task What_broke_off_is_gone_on_with_where_the_mirror_can(bool knowsRanges, long[] starts)
    {
        byte[] content = [1, 2, 3, 4, 5, 6, 7];
        var mirror = new FakeMirror(new() { ["http://mirror/one"] = content }) { BreaksAfter = 4, KnowsRanges = knowsRanges };
        var set = Set(("one", content));

        var first = await Assert.ThrowsAsync<InputException>(() => FetchAsync(mirror, set));
        Assert.Equal([1, 2, 3, 4], File.ReadAllBytes(Path.Combine(Target, "one.partial")));
        Assert.False(File.Exists(Path.Combine(Target, "one")));
        await FetchAsync(mirror, set);

        Assert.Contains("the line is dead. What came so far is kept", first.Message);
        Assert.Contains("--from FOLDER", first.Message);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(Target, "one")));
        Assert.False(File.Exists(Path.Combine(Target, "one.partial")));
        Assert.Equal(starts, mirror.Starts);
    }

    [Fact]
    public async Task A_damaged_file_is_thrown_away_and_said()
    {
        var mirror = new FakeMirror(new() { ["http://mirror/one"] = [1, 2, 9] });

        var problem = await Assert.ThrowsAsync<InputException>(() => FetchAsync(mirror, Set(("one", [1, 2, 3]))));

        Assert.Contains("instead of", problem.Message);
        Assert.Empty(Directory.GetFiles(Target));
    }

    [Fact]
    public async Task A_partial_file_of_something_else_is_found_out()
    {
        byte[] content = [1, 2, 3];
        Directory.CreateDirectory(Target);
        File.WriteAllBytes(Path.Combine(Target, "one.partial"), [7, 7, 7, 7]);
        var mirror = new FakeMirror(new() { ["http://mirror/one"] = content });

        await Assert.ThrowsAsync<InputException>(() => FetchAsync(mirror, Set(("one", content))));
        await FetchAsync(mirror, Set(("one", content)));

        Assert.Equal(content, File.ReadAllBytes(Path.Combine(Target, "one")));
    }

    [Fact]
    public async Task An_archive_is_unpacked_and_nothing_leaves_the_folder()
    {
        var archive = Archive(("batches/one", [1]), ("../../two", [2]), ("other", [3]));
        var set = Set(("one", [1]), ("two", [2])) with
        {
            Downloads = [new RemoteFile("all.tar.gz", new Uri("http://mirror/all"), Hash(archive))],
        };

        await FetchAsync(new FakeMirror(new() { ["http://mirror/all"] = archive }), set);

        Assert.Equal(["all.tar.gz", "one", "two"], Directory.GetFiles(Target).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Files_of_the_user_are_copied_and_those_that_lack_are_named()
    {
        var from = Directory.CreateDirectory(Path.Combine(work.Folder, "usb")).FullName;
        File.WriteAllBytes(Path.Combine(from, "one"), [1]);
        var set = Set(("one", [1]), ("two", [2]));

        var problem = Assert.Throws<InputException>(() => Getter(new FakeMirror([])).Copy(set, from, Target));
        File.WriteAllBytes(Path.Combine(from, "two"), [3]);
        Getter(new FakeMirror([])).Copy(set, from, Target);

        Assert.Equal($"--from: {from} lacks two", problem.Message);
        Assert.Equal([3], File.ReadAllBytes(Path.Combine(Target, "two")));
        Assert.Contains("well formed; the SHA-256s are not those of the mirror's files", told[^1]);
    }

    [Fact]
    public void Plain_files_of_the_user_take_the_place_of_zipped_ones_that_are_damaged()
    {
        var mnist = RemoteDataSet.All.Single(set => set.Name == "mnist");
        var own = Path.Combine(Repository.Root, "data", "mnist");
        var from = Directory.CreateDirectory(Path.Combine(work.Folder, "usb")).FullName;
        Directory.CreateDirectory(Target);
        foreach (var name in mnist.Files.Keys)
        {
            using var zipped = new GZipStream(File.OpenRead(Path.Combine(own, name)), CompressionMode.Decompress);
            using var plain = File.Create(Path.Combine(from, Path.GetFileNameWithoutExtension(name)));
            zipped.CopyTo(plain);
            File.WriteAllBytes(Path.Combine(Target, name), File.ReadAllBytes(Path.Combine(own, name))[..1000]);
        }

        Getter(new FakeMirror([])).Copy(mnist, from, Target);

        Assert.StartsWith("mnist: 60,000 training and 10,000 test examples", told[^1]);
        Assert.Equal(mnist.Files.Keys.Select(Path.GetFileNameWithoutExtension).Order(),
            Directory.GetFiles(Target).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_files_of_one_data_set_are_not_taken_for_another()
    {
        var fashion = RemoteDataSet.All.Single(set => set.Name == "fashion-mnist");
        var own = Path.Combine(Repository.Root, "data", "mnist");

        var problem = Assert.Throws<InputException>(() => Getter(new FakeMirror([])).Copy(fashion, own, Target));

        Assert.Matches("^--from: .*ubyte.gz is a file of mnist and not of fashion-mnist$", problem.Message);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void The_images_of_the_repository_are_those_that_are_published()
    {
        var mnist = RemoteDataSet.All.Single(set => set.Name == "mnist");

        Getter(new FakeMirror([])).Copy(mnist, Path.Combine(Repository.Root, "data", "mnist"), Target);

        Assert.Equal($"mnist: 60,000 training and 10,000 test examples in {Target}, every SHA-256 as published.", told[^1]);
    }

    private string Target => Path.Combine(work.Folder, "data");

    private Task FetchAsync(FakeMirror mirror, RemoteDataSet set) =>
        Getter(mirror).FetchAsync(set, Target, CancellationToken.None);

    private DataGetter Getter(FakeMirror mirror) => new(new HttpClient(mirror, disposeHandler: false), told.Add);

    private static RemoteDataSet Set(params (string Name, byte[] Content)[] files) => new(
        "set", "a few bytes", [.. files.Select(file =>
            new RemoteFile(file.Name, new Uri($"http://mirror/{file.Name}"), Hash(file.Content)))],
        files.ToDictionary(file => file.Name, file => new[] { Hash(file.Content) }),
        _ => new DataSet("set", new Shape(1, 1, 1), 2, new TableSamples([0], [0]), new TableSamples([0], [1])));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Archive(params (string Name, byte[] Content)[] files)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (name, content) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return target.ToArray();
    }
}
