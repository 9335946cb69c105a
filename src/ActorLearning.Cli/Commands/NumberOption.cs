using System.CommandLine.Parsing;
using System.Globalization;

namespace ActorLearning.Cli.Commands;

/// <summary>Numbers with a point, and a point only: 0,99 is not 99.</summary>
internal static class NumberOption
{
    public static double Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            result.AddError($"'{text}' for option '{((OptionResult)result.Parent!).Option.Name}' is not a number.");
        }

        return number;
    }
}
