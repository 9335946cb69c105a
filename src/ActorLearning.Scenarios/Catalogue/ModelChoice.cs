using ActorLearning.Learning.Objectives;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>A model before it is known what it is for.</summary>
/// <param name="Make">The model for a data set; null where there is none, with every reason reported.</param>
public sealed record ModelChoice(Func<DataSource, Action<string>, IObjective?> Make)
{
    /// <summary>A model that is there already; refused for examples of another size and for more labels.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="objective">The model.</param>
    public static ModelChoice Of(string name, IObjective objective) => new((data, report) =>
    {
        if (objective.Features != data.Shape.Size)
        {
            report($"{name} takes {objective.Features} features; an example of {data.Folder} has {data.Shape.Size}");
            return null;
        }

        if (objective.Classes < data.Classes)
        {
            report($"{name} tells {objective.Classes} labels apart; {data.Folder} has {data.Classes}");
            return null;
        }

        return objective;
    });
}
