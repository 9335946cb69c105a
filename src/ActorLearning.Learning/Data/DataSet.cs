using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Data;

/// <summary>Training and test examples of one task.</summary>
/// <param name="Name">The name scenarios call it by.</param>
/// <param name="Shape">Shape of an example.</param>
/// <param name="Classes">Number of labels, counted from 0.</param>
/// <param name="Training">What learners train on, dealt out by a split.</param>
/// <param name="Test">What models are evaluated on; no learner sees it.</param>
public sealed record DataSet(string Name, Shape Shape, int Classes, Samples Training, Samples Test);
