using ActorLearning.Engine.Compute;

namespace ActorLearning.Engine.Tests;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void What_the_first_piece_that_fails_throws_is_thrown_whatever_the_number_of_threads(int threads)
    {
        var thrown = Assert.Throws<ArgumentException>(() => new WorkerPool(threads).Run(50, (i, _) =>
        {
            if (i is 7 or 8 or 40)
            {
                throw new ArgumentException($"piece {i}");
            }
        }));

        Assert.Equal("piece 7", thrown.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_piece_is_done_once(int threads)
    {
        var done = new int[100];

        new WorkerPool(threads).Run(done.Length, (i, _) => Interlocked.Increment(ref done[i]));

        Assert.All(done, times => Assert.Equal(1, times));
    }
}
