using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Byzantine strategies.</summary>
    public static Section<IAttack> Attacks { get; } = new(
        "attack",
        new("sign-flip", "minus the mean of the honest models the victim pulled", "Li et al. 2020", [], _ =>
            new SignFlipAttack()),
        new("fall-of-empires", "minus epsilon times that mean", "Xie et al. 2020",
            [new("epsilon", "the factor", "2") { Least = 0, IsLeastExcluded = true }],
            arguments => new FallOfEmpiresAttack(arguments.Number("epsilon"))),
        new("alie", "a little is enough: mean plus z standard deviations of each coordinate", "Baruch et al. 2019",
            [
                new("z", "standard deviations", "1.5") { Least = 0 },
                new("sign", "to which side", "+") { Choices = ["+", "-"] },
            ],
            arguments => new LittleIsEnoughAttack(arguments.Number("z"), arguments.Word("sign") == "+" ? 1 : -1)),
        new("silent", "never answers", "", [], _ => new SilentAttack()),
        new("nan", "answers with NaN in every place", "", [], _ => new NotANumberAttack()),
        new("wrong-length", "answers with a model one value short", "", [], _ => new WrongLengthAttack()));
}
