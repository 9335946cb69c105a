namespace ActorLearning.Reporting.Sweeps;

/// <summary>The folder a sweep leaves behind: a folder a run, tables and a page.</summary>
public static class SweepFolder
{
    /// <summary>The folder of a sweep.</summary>
    public static string Of(string parent, string name) => Path.Combine(parent, $"sweep-{RunFolder.Slug(name)}");

    /// <summary>Writes the tables and the page.</summary>
    /// <returns>The page's path.</returns>
    public static string Finish(string folder, SweepOutcome outcome)
    {
        AtomicFile.Write(Path.Combine(folder, "sweep.csv"), SweepCsv.Runs(outcome));
        AtomicFile.Write(Path.Combine(folder, "summary.csv"), SweepCsv.Summary(outcome));
        if (SweepTable.Of(outcome) is { } table)
        {
            AtomicFile.Write(Path.Combine(folder, "table.md"), table);
        }

        var page = Path.Combine(folder, "report.html");
        AtomicFile.Write(page, SweepReport.Write(outcome));
        return page;
    }
}
