using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Values = [.. Enumerable.Range(0, 2 * 3 * 4).Select(i => (byte)(i * 11))];
    private static readonly byte[] Whole = TemporaryFolder.Idx([2, 3, 4], Values);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("images")]
    [InlineData("images.gz")]
    [InlineData("IMAGES.GZ")]
    public void A_whole_file_gives_its_values_and_dimensions(string name)
    {
        var path = folder.WriteRaw(name, name == "images" ? Whole : TemporaryFolder.Gzip(Whole));

        var (values, dimensions) = IdxFile.Read(path, dimensions: 3);

        Assert.Equal(Values, values);
        Assert.Equal([2, 3, 4], dimensions);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(folder.Path, "nowhere.gz");

        Assert.Contains(path, Refusal(path).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_refused() => Refusal(folder.Path);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 9)]
    [InlineData(3, 1)]
    public void Another_magic_number_is_refused(int position, byte value)
    {
        var bytes = Whole.ToArray();
        bytes[position] = value;

        Assert.Contains("is not an IDX file", Refusal(folder.WriteRaw("images", bytes)).Message, StringComparison.Ordinal);
        Assert.Contains("is not an IDX file", Refusal(folder.Write("images.gz", bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            Assert.Contains(
                "cut short", Refusal(folder.WriteRaw("images", Whole[..length])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_gzip_file_cut_short_anywhere_is_refused()
    {
        var whole = TemporaryFolder.Gzip(Whole);
        for (var length = 0; length < whole.Length; length++)
        {
            Refusal(folder.WriteRaw("images.gz", whole[..length]));
        }
    }

    [Fact]
    public void A_damaged_byte_in_a_gzip_file_is_refused_or_changes_nothing()
    {
        var whole = TemporaryFolder.Gzip(Whole);
        var refused = 0;
        for (var position = 0; position < whole.Length; position++)
        {
            var damaged = whole.ToArray();
            damaged[position] ^= 0x10;
            var path = folder.WriteRaw("images.gz", damaged);
            try
            {
                Assert.Equal(Values, IdxFile.Read(path, dimensions: 3).Values);
            }
            catch (DataSetException e)
            {
                refused++;
                Assert.Contains(path, e.Message, StringComparison.Ordinal);
            }
        }

        // A gzip header has a few bytes that say nothing about the content: a time, a system.
        Assert.InRange(refused, whole.Length - 8, whole.Length);
    }

    [Fact]
    public void What_is_no_gzip_at_all_is_refused() => Refusal(folder.WriteRaw("images.gz", Whole));

    [Fact]
    public void A_file_longer_than_its_header_says_is_refused()
    {
        byte[] longer = [.. Whole, 0];

        Assert.Contains("longer", Refusal(folder.WriteRaw("images", longer)).Message, StringComparison.Ordinal);
        Assert.Contains("longer", Refusal(folder.Write("images.gz", longer)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 3, 4)]
    [InlineData(2, -3, 4)]
    [InlineData(-2, 3, -4)]
    [InlineData(0, 3, 4)]
    [InlineData(int.MinValue, 3, 4)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    [InlineData(1 << 16, 1 << 16, 1 << 16)]
    public void Impossible_dimensions_are_refused(int first, int second, int third)
    {
        var refusal = Refusal(folder.WriteRaw("images", TemporaryFolder.Idx([first, second, third], Values)));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    private static DataSetException Refusal(string path)
    {
        var thrown = Assert.Throws<DataSetException>(() => IdxFile.Read(path, dimensions: 3));
        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
        return thrown;
    }
}
