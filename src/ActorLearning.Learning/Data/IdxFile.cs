using System.Buffers.Binary;
using System.IO.Compression;

namespace ActorLearning.Learning.Data;

/// <summary>Reads IDX files of bytes (the format of MNIST and its relatives), plain or gzipped.</summary>
/// <remarks>Header, big-endian: 0, 0, type 8, number of dimensions, then each dimension as a 32-bit number; then the
/// bytes.</remarks>
public static class IdxFile
{
    private const int ByteType = 8;

    /// <summary>The bytes of an IDX file and its dimensions.</summary>
    /// <exception cref="DataSetException">The file is missing, damaged, cut short or of another type.</exception>
    public static (byte[] Values, int[] Dimensions) Read(string path, int dimensions)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                return Read(file, path, dimensions);
            }

            using var stream = new GZipStream(file, CompressionMode.Decompress);
            var content = Read(stream, path, dimensions);
            CheckTrailer(file, path, 4 + 4 * dimensions + content.Values.Length);
            return content;
        }
        catch (EndOfStreamException e)
        {
            throw new DataSetException($"{path} is cut short. Restore the file.", e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"{path} cannot be read: {e.Message} Restore the file.", e);
        }
    }

    private static (byte[] Values, int[] Dimensions) Read(Stream stream, string path, int dimensions)
    {
        var header = new byte[4 + 4 * dimensions];
        stream.ReadExactly(header);
        if (header[0] != 0 || header[1] != 0 || header[2] != ByteType || header[3] != dimensions)
        {
            throw new DataSetException($"{path} is not an IDX file of bytes with {dimensions} dimension(s).");
        }

        var sizes = new int[dimensions];
        var total = 1L;
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + 4 * i));
            total = sizes[i] > 0 ? total * sizes[i] : long.MaxValue;
            if (total > Array.MaxLength)
            {
                throw new DataSetException($"{path} declares dimension {i + 1} as {sizes[i]}: the file is damaged.");
            }
        }

        var values = new byte[total];
        stream.ReadExactly(values);
        if (stream.ReadByte() >= 0)
        {
            throw new DataSetException($"{path} is longer than its header says: the file is damaged.");
        }

        return (values, sizes);
    }

    /// <summary>GZipStream is silent about a file cut off in its last eight bytes; the very last four say its length.</summary>
    private static void CheckTrailer(FileStream file, string path, int length)
    {
        var trailer = new byte[sizeof(int)];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer) != length)
        {
            throw new DataSetException($"{path} is cut short. Restore the file.");
        }
    }
}
