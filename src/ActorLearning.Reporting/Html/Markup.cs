using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorLearning.Reporting.Html;

/// <summary>
/// HTML or SVG text: what stands in an interpolated string is taken as it is, what is put into it is escaped. So no name in a
/// scenario can break a page, and numbers have decimal points wherever the machine stands.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new();

    /// <summary>Markup of one interpolated string.</summary>
    public static Markup Of(Builder builder) => builder.Markup;

    /// <summary>Adds an interpolated string.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] Pieces pieces) => pieces.Markup;

    /// <summary>Adds markup.</summary>
    public Markup Add(Markup other)
    {
        text.Append(other.text);
        return this;
    }

    /// <summary>Adds markup made of each item.</summary>
    public Markup AddEach<T>(IEnumerable<T> items, Action<Markup, T> add)
    {
        foreach (var item in items)
        {
            add(this, item);
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Append(string? value, bool isMarkup)
    {
        if (isMarkup)
        {
            text.Append(value);
            return;
        }

        foreach (var letter in value ?? "")
        {
            _ = letter switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&#39;"),
                _ => text.Append(letter),
            };
        }
    }

    /// <summary>An interpolated string on its way into some markup.</summary>
    [InterpolatedStringHandler]
    public readonly struct Pieces(int literalLength, int formattedCount, Markup markup)
    {
        public Markup Markup { get; } = markup;

        public int Length => literalLength + formattedCount;

        public void AppendLiteral(string value) => Markup.Append(value, isMarkup: true);

        public void AppendFormatted(string? value) => Markup.Append(value, isMarkup: false);

        public void AppendFormatted(Markup value) => Markup.Add(value);

        public void AppendFormatted(long value) => Markup.Append(value.ToString(CultureInfo.InvariantCulture), isMarkup: true);

        /// <summary>A coordinate: a tenth of a unit is finer than any screen shows.</summary>
        public void AppendFormatted(double value) => Markup.Append(
            (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture), isMarkup: true);
    }

    /// <summary>An interpolated string that becomes markup of its own.</summary>
    [InterpolatedStringHandler]
    public readonly struct Builder(int literalLength, int formattedCount)
    {
        private readonly Pieces pieces = new(literalLength, formattedCount, new Markup());

        public Markup Markup => pieces.Markup;

        public void AppendLiteral(string value) => pieces.AppendLiteral(value);

        public void AppendFormatted(string? value) => pieces.AppendFormatted(value);

        public void AppendFormatted(Markup value) => pieces.AppendFormatted(value);

        public void AppendFormatted(long value) => pieces.AppendFormatted(value);

        public void AppendFormatted(double value) => pieces.AppendFormatted(value);
    }
}
