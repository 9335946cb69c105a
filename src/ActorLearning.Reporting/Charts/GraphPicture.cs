using ActorLearning.Protocol.Peers;
using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>A graph of learners, drawn: circles for the honest, diamonds for the Byzantine.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Byzantine">The Byzantine learners.</param>
/// <param name="Assumed">How many Byzantine neighbours a learner's rule allows for.</param>
internal sealed record GraphPicture(Graph Graph, IReadOnlySet<int> Byzantine, int Assumed)
{
    // Beyond these nobody tells one learner from another, or one edge from another.
    private const int MostLearners = 300;
    private const int MostEdges = 10_000;
    private const int Width = 760;
    private const int Height = 540;
    private const int Margin = 16;

    /// <summary>Whether the graph is small enough to be drawn.</summary>
    public bool CanBeDrawn => Graph.Learners <= MostLearners && Graph.Edges <= MostEdges;

    private int Radius => Graph.Learners <= 40 ? 12 : Graph.Learners <= 120 ? 9 : 5;

    /// <summary>The figure.</summary>
    public Markup Draw()
    {
        var places = Fitted(GraphLayout.Of(Graph));
        var figure = new Markup().Add($"<figure class=\"graph\"><figcaption>Who exchanges models with whom</figcaption>");
        AddLegend(figure);
        figure.Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"The graph of the learners\">\n");
        var isDense = Graph.Edges > 6 * Graph.Learners;
        AddEdges(figure, places, isDense ? "edge dense" : "edge", edge => !IsBad(edge));
        AddEdges(figure, places, isDense ? "edge bad dense" : "edge bad", IsBad);
        for (var learner = 0; learner < places.Length; learner++)
        {
            AddLearner(figure, learner, places[learner]);
        }

        return figure.Add($"</svg>\n{Page.Behind(Table())}</figure>\n");
    }

    private void AddLegend(Markup figure)
    {
        var over = Honest().Count(IsOver);
        figure.Add($"<div class=\"legend\"><span><i class=\"key honest\"></i>honest <b>{Honest().Count()}</b></span>");
        if (over > 0)
        {
            figure.Add($"<span><i class=\"key honest over\"></i>more than {Assumed} Byzantine neighbours ");
            figure.Add($"<b>{over}</b></span>");
        }

        figure.Add($"<span><i class=\"key byzantine\"></i>Byzantine <b>{Byzantine.Count}</b></span></div>\n");
    }

    private void AddEdges(
        Markup figure, (double X, double Y)[] places, string style, Func<(int One, int Other), bool> isMeant)
    {
        figure.Add($"<path class=\"{style}\" d=\"").AddEach(Graph.AllEdges().Where(isMeant), (markup, edge) =>
        {
            var ((x, y), (toX, toY)) = (places[edge.One], places[edge.Other]);
            markup.Add($"M{x} {y}L{toX} {toY}");
        }).Add($"\"/>\n");
    }

    private void AddLearner(Markup figure, int learner, (double X, double Y) place)
    {
        var (x, y, radius) = (place.X, place.Y, Radius);
        var isBad = Byzantine.Contains(learner);
        figure.Add($"<g data-tip=\"learner {learner}, {(isBad ? "Byzantine" : "honest")}: ");
        figure.Add($"{Graph.DegreeOf(learner)} neighbours, {BadNeighbours(learner)} of them Byzantine\">");
        if (isBad)
        {
            var reach = radius * 1.25;
            figure.Add($"<path class=\"node bad\" d=\"M{x} {y - reach}L{x + reach} {y}L{x} {y + reach}L{x - reach} {y}z\"/>");
        }
        else
        {
            figure.Add($"<circle class=\"node{(IsOver(learner) ? " over" : "")}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        }

        if (radius >= 9)
        {
            figure.Add($"<text class=\"tag{(isBad ? " bad" : "")}\" x=\"{x}\" y=\"{y + 3}\">{learner}</text>");
        }

        figure.Add($"</g>\n");
    }

    private Markup Table() => Page.Table(
        ["learner", "", "neighbours", "of them Byzantine", "who"],
        Enumerable.Range(0, Graph.Learners).Select(learner => new[]
        {
            Figures.Whole(learner), Byzantine.Contains(learner) ? "Byzantine" : "honest",
            Figures.Whole(Graph.DegreeOf(learner)), Figures.Whole(BadNeighbours(learner)),
            string.Join(' ', Graph.NeighboursOf(learner).ToArray()),
        }));

    /// <summary>The places moved and scaled, both ways alike, to fill the picture.</summary>
    private static (double X, double Y)[] Fitted((double X, double Y)[] places)
    {
        var (left, right) = (places.Min(place => place.X), places.Max(place => place.X));
        var (top, bottom) = (places.Min(place => place.Y), places.Max(place => place.Y));
        var scale = Math.Min(
            (Width - 2 * Margin) / Math.Max(1e-9, right - left), (Height - 2 * Margin) / Math.Max(1e-9, bottom - top));
        return [.. places.Select(place => (
            Width / 2.0 + (place.X - (left + right) / 2) * scale, Height / 2.0 + (place.Y - (top + bottom) / 2) * scale))];
    }

    private IEnumerable<int> Honest() => Enumerable.Range(0, Graph.Learners).Where(learner => !Byzantine.Contains(learner));

    private bool IsBad((int One, int Other) edge) => Byzantine.Contains(edge.One) || Byzantine.Contains(edge.Other);

    private bool IsOver(int learner) => BadNeighbours(learner) > Assumed;

    private int BadNeighbours(int learner) => Graph.NeighboursOf(learner).ToArray().Count(Byzantine.Contains);
}
