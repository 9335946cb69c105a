using ActorLearning.Protocol.Peers;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>The graph of a run whose learners have fixed neighbours.</summary>
internal static class GraphSection
{
    /// <summary>Adds the section; nothing where peers are drawn anew in every exchange.</summary>
    public static void Add(Markup body, FinishedRun run)
    {
        if (run.Graph is not { } graph)
        {
            return;
        }

        var picture = new GraphPicture(graph, run.Byzantine.ToHashSet(), run.AssumedByzantine);
        body.Add($"<section><h2>Who knows whom</h2><p class=\"note\">{run.Setting("exchange.peers")}: {Sentence(graph, run)}");
        body.Add($"{(picture.CanBeDrawn ? "" : " Too many to be drawn; graph.csv beside this page has the edges.")}</p>\n");
        if (picture.CanBeDrawn)
        {
            body.Add(picture.Draw());
        }

        body.Add($"</section>\n");
    }

    private static string Sentence(Graph graph, FinishedRun run)
    {
        var byzantine = run.Byzantine.ToHashSet();
        var parts = graph.Parts(byzantine.Contains);
        var degrees = graph.LeastDegree == graph.GreatestDegree ? $"{graph.LeastDegree} neighbours each"
            : $"{graph.LeastDegree} to {graph.GreatestDegree} neighbours";
        var whole = byzantine.Count == 0 ? "The graph" : "Without the Byzantine ones the graph";
        return $"{Figures.Whole(graph.Learners)} learners, {Figures.Whole(graph.Edges)} edges, {degrees}. {whole} "
            + (parts.Count <= 1 ? "is connected." : $"falls into {Figures.Whole(parts.Count)} parts.");
    }
}
