namespace ActorLearning.Scenarios.Reading;

/// <summary>What a key of a scenario holds.</summary>
public enum KeyKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A time such as 5s, 200ms or 2m.</summary>
    Duration,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A name from the catalogue with options.</summary>
    Call,

    /// <summary>A name from the catalogue with options, or a mapping from round to such a name.</summary>
    CallSchedule,

    /// <summary>A whole number, or one word instead.</summary>
    WholeOrWord,

    /// <summary>A whole number, or a time such as 5m.</summary>
    WholeOrDuration,

    /// <summary>A number, or one word instead.</summary>
    NumberOrWord,

    /// <summary>A number, or a mapping from iteration to number.</summary>
    Schedule,

    /// <summary>A word, or a list of whole numbers.</summary>
    WordOrList,

    /// <summary>A list of names from the catalogue with options; one of them may stand without the list.</summary>
    List,
}
