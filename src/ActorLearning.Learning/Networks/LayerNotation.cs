using System.Globalization;
using System.Text.RegularExpressions;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>Reads the compact notation of the papers: <c>C(20)-R-M-C(20)-R-M-L(500)-R-L(10)-S</c>.</summary>
/// <remarks>
/// C(channels) convolution, L(outputs) dense, R ReLU, M 2×2 max-pool, B batch normalisation, D dropout of a quarter, D(0.5) of
/// half, S log-softmax with negative log-likelihood, which comes last. As in RPEL a convolution is 5×5 without padding on
/// one-channel images and 3×3 with padding 1 on coloured ones; <c>C(20,kernel=3,padding=1,stride=1)</c> says otherwise.
/// </remarks>
public static partial class LayerNotation
{
    private const string Known = "C(channels), L(outputs), R, M, B, D(rate) and S";

    // Far beyond what any paper trains, far below what overflows an array's length when multiplied by a batch.
    private const int MostValues = 1 << 26;
    private const double DropoutRate = 0.25;

    private static readonly Dictionary<string, string[]> Options = new()
    {
        ["C"] = [string.Empty, "kernel", "padding", "stride"],
        ["L"] = [string.Empty],
        ["R"] = [],
        ["M"] = [],
        ["B"] = [],
    };

    /// <summary>The network a string stands for, or null with every problem found added to <paramref name="problems"/>.</summary>
    /// <param name="text">The layer string.</param>
    /// <param name="input">Shape of an example.</param>
    /// <param name="classes">Number of labels; the last dense layer must have as many outputs.</param>
    /// <param name="problems">Receives what is wrong, in words.</param>
    public static Network? Parse(string text, Shape input, int classes, ICollection<string> problems)
    {
        var before = problems.Count;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        var layers = new List<Layer>();
        var shape = input;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == "S")
            {
                if (i < parts.Length - 1)
                {
                    problems.Add($"layer {i + 1} is S, which comes last");
                }

                continue;
            }

            if (Make(parts[i], i + 1, shape, input, problems) is not { } layer)
            {
                continue;
            }

            layers.Add(layer);
            shape = layer.Output;
        }

        if (parts[^1] != "S")
        {
            problems.Add("the last layer must be S");
        }

        else if (parts.Length == 1)
        {
            problems.Add("there is no layer before S");
        }

        if (problems.Count == before && shape.Size != classes)
        {
            problems.Add($"the last layer has {shape.Size} outputs, the data has {classes} classes");
        }

        return problems.Count == before ? new Network(text, layers) : null;
    }

    private static Layer? Make(string part, int number, Shape shape, Shape image, ICollection<string> problems)
    {
        var match = Part().Match(part);
        var letter = match.Groups["letter"].Value;
        if (match.Success && letter == "D")
        {
            return Dropout(match.Groups["options"].Value, part, number, shape, problems);
        }

        if (!match.Success || !Options.TryGetValue(letter, out var known))
        {
            problems.Add($"layer {number}, \"{part}\", is not a layer; known are {Known}");
            return null;
        }

        if (Numbers(match.Groups["options"].Value, known, part, number, problems) is not { } options)
        {
            return null;
        }

        switch (letter)
        {
            case "R":
                return new RectifierLayer(shape);
            case "B":
                return new BatchNormalizationLayer(shape);
            case "M" when shape.Height >= 2 && shape.Width >= 2:
                return new MaxPoolLayer(shape);
            case "M":
                problems.Add($"layer {number}, \"{part}\", halves an image that is only {shape.Height}×{shape.Width}");
                return null;
            case "L" when options.TryGetValue(string.Empty, out var outputs):
                return Fits((double)outputs * shape.Size, part, number, problems) ? new DenseLayer(shape, outputs) : null;
            case "C" when options.TryGetValue(string.Empty, out var channels):
                return Convolution(channels, options, part, number, shape, image.Channels > 1, problems);
            default:
                problems.Add($"layer {number}, \"{part}\", is not a layer; known are {Known}");
                return null;
        }
    }

    private static ConvolutionLayer? Convolution(
        int channels, Dictionary<string, int> options, string part, int number, Shape shape, bool coloured,
        ICollection<string> problems)
    {
        var kernel = options.GetValueOrDefault("kernel", coloured ? 3 : 5);
        var padding = options.GetValueOrDefault("padding", coloured ? 1 : 0);
        var stride = options.GetValueOrDefault("stride", 1);
        if (Math.Min(shape.Height, shape.Width) + 2 * padding < kernel)
        {
            problems.Add(
                $"layer {number}, \"{part}\", has a {kernel}×{kernel} kernel on an image of {shape.Height}×{shape.Width}");
            return null;
        }

        // Outputs, weights and the patches of one image are the three arrays a convolution needs.
        var patches = new Patches(shape.Channels, shape.Height, shape.Width, kernel, stride, padding);
        var (taps, places) = ((double)shape.Channels * kernel * kernel, (double)patches.OutputHeight * patches.OutputWidth);
        var greatest = Math.Max(taps * places, channels * Math.Max(taps, places));
        return Fits(greatest, part, number, problems) ? new ConvolutionLayer(shape, channels, kernel, stride, padding) : null;
    }

    private static DropoutLayer? Dropout(string options, string part, int number, Shape shape, ICollection<string> problems)
    {
        var rate = DropoutRate;
        if (options.Length > 0 && !(double.TryParse(
                options.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate) && rate is > 0 and < 1))
        {
            problems.Add($"layer {number}, \"{part}\": a dropout rate lies between 0 and 1, both excluded");
            return null;
        }

        return new DropoutLayer(shape, rate);
    }

    private static bool Fits(double values, string part, int number, ICollection<string> problems)
    {
        if (values > MostValues)
        {
            problems.Add($"layer {number}, \"{part}\", is too large: it needs {values:0} values, {MostValues} are the most");
        }

        return values <= MostValues;
    }

    /// <summary>Numbers by name, the one without a name under the empty string; null if there is a problem.</summary>
    private static Dictionary<string, int>? Numbers(
        string text, string[] known, string part, int number, ICollection<string> problems)
    {
        var before = problems.Count;
        var numbers = new Dictionary<string, int>();
        foreach (var piece in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = piece.Split('=', 2, StringSplitOptions.TrimEntries);
            var (name, value) = pair.Length == 2 ? (pair[0], pair[1]) : (string.Empty, pair[0]);
            var least = name is "padding" ? 0 : 1;
            if (!known.Contains(name)
                || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                || parsed < least || parsed > 1 << 20)
            {
                problems.Add($"layer {number}, \"{part}\": \"{piece}\" is not understood; "
                    + "C takes channels, kernel=, padding=, stride=, L takes outputs, whole numbers above 0; "
                    + "R, M and B take none");
            }
            else if (!numbers.TryAdd(name, parsed))
            {
                problems.Add($"layer {number}, \"{part}\": \"{piece}\" is said twice");
            }
        }

        return problems.Count == before ? numbers : null;
    }

    [GeneratedRegex(@"^(?<letter>[A-Z])(\((?<options>[^()]*)\))?$")]
    private static partial Regex Part();
}
