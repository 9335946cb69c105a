using ActorLearning.Numerics;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>Whatever the text: a scenario or a list of problems, never another exception.</summary>
public sealed class DamagedTextTests
{
    private const int Trials = 3000;
    private const string Letters = "{}[]():,|-#'\"&*!?%@ \n\t0159.xeA=<>\\";

    private static readonly string Text = $"{Small.Text}\nfaults: []\nseed: 3\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_text_is_read_or_refused(ulong seed)
    {
        var random = new RandomStream(seed, StreamPurpose.Split);
        var refused = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var text = Damaged(ref random);
            try
            {
                ScenarioFile.Parse("my.yaml", text);
            }
            catch (InputException e)
            {
                refused++;
                Assert.NotEmpty(e.Problems);
                Assert.All(e.Problems, problem => Assert.NotEmpty(problem.Message));
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, trial {trial}: {e}\n{text}");
            }
        }

        Assert.InRange(refused, Trials / 4, Trials - 1);
    }

    private static string Damaged(ref RandomStream random)
    {
        var text = Text;
        for (var changes = 1 + random.NextBelow(3); changes > 0; changes--)
        {
            var at = random.NextBelow(text.Length);
            var length = Math.Min(random.NextBelow(4), text.Length - at);
            var letter = Letters[random.NextBelow(Letters.Length)];
            text = text[..at] + letter + text[(at + length)..];
        }

        return text;
    }
}
