using System.Text;

namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>As much of a shell as the pages use.</summary>
internal static class Shell
{
    /// <summary>The words of a line: quotes hold words together; a pipe, a redirection or a comment ends it.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var (words, word, quote, isWord) = (new List<string>(), new StringBuilder(), '\0', false);
        foreach (var letter in line)
        {
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
                word.Append(quote == '\0' ? "" : letter);
            }
            else if (letter is '"' or '\'')
            {
                (quote, isWord) = (letter, true);
            }
            else if (letter == ' ' || (!isWord && letter is '|' or '>' or '#'))
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                    (word, isWord) = (word.Clear(), false);
                }

                if (letter != ' ')
                {
                    return words;
                }
            }
            else
            {
                word.Append(letter);
                isWord = true;
            }
        }

        return isWord ? [.. words, word.ToString()] : words;
    }
}
