using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>What holds for every machine whatever happens to it.</summary>
public sealed class MachineLaws
{
    private const int Lives = 8;
    private const int InputsEach = 300;

    public static TheoryData<string> Names => [.. Specimens.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_machine_saved_and_loaded_at_any_instant_goes_on_as_if_nothing_had_happened(string name)
    {
        var specimen = Specimens.All[name];
        for (ulong seed = 1; seed <= Lives; seed++)
        {
            var second = specimen.New();
            foreach (var moment in Life.Of(name, seed, InputsEach))
            {
                var outbox = new Outbox();
                second.Handle(moment.Input, outbox);

                AssertSame(MachineText.Of(moment.Effects), MachineText.Of(outbox.Effects), "effects", moment);
                var saved = specimen.Save(second)();
                AssertSame(specimen.Save(moment.Machine)(), saved, "state", moment);
                second = specimen.Load(saved);
                AssertSame(saved, specimen.Save(second)(), "loaded state", moment);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_round_goes_back_only_in_a_new_life(string name)
    {
        var specimen = Specimens.All[name];
        for (ulong seed = 1; seed <= Lives; seed++)
        {
            var round = default(Round);
            foreach (var moment in Life.Of(name, seed, InputsEach))
            {
                var next = specimen.Round(moment.Machine);
                AssertThat(next >= round || moment.Input is Restarted, "The round went back.", moment);
                round = next;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_state_is_not_changed_by_later_inputs(string name)
    {
        var specimen = Specimens.All[name];
        for (ulong seed = 1; seed <= Lives; seed++)
        {
            var saved = new Queue<(string Then, Func<string> Now)>();
            foreach (var moment in Life.Of(name, seed, InputsEach))
            {
                var state = specimen.Save(moment.Machine);
                saved.Enqueue((state(), state));
                if (saved.Count > 20)
                {
                    var (then, now) = saved.Dequeue();
                    AssertSame(then, now(), "saved state", moment);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_machine_sends_only_models_that_it_has_told_of(string name)
    {
        var specimen = Specimens.All[name];
        for (ulong seed = 1; seed <= Lives; seed++)
        {
            List<Model> told = [];
            specimen.New().CollectModels(told);
            foreach (var moment in Life.Of(name, seed, InputsEach))
            {
                var known = new HashSet<Model>([.. told, .. ModelsOf.The(moment.Input)], ReferenceEqualityComparer.Instance);
                var sent = moment.Effects.SelectMany(ModelsOf.The);
                AssertThat(sent.All(known.Contains), "A model from nowhere.", moment);

                told.Clear();
                moment.Machine.CollectModels(told);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_state_stays_small_however_long_the_siege(string name)
    {
        var specimen = Specimens.All[name];

        var longest = Life.Of(name, seed: 99, inputs: 1500).Max(moment => specimen.Save(moment.Machine)().Length);

        Assert.InRange(longest, 10, 20_000);
    }

    [Fact]
    public void The_lives_under_these_laws_lead_to_every_effect()
    {
        var seen = Specimens.All.Keys
            .SelectMany(name => Enumerable.Range(1, Lives).SelectMany(seed => Life.Of(name, (ulong)seed, InputsEach)))
            .SelectMany(moment => moment.Effects).Select(effect => effect.GetType()).ToHashSet();

        var all = typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect)));
        Assert.Empty(all.Except(seen).Select(type => type.Name));
    }

    private static void AssertSame(string expected, string actual, string what, Moment moment)
    {
        if (expected != actual)
        {
            Assert.Fail($"Other {what}. {moment}\nexpected:\n{expected}\nactual:\n{actual}");
        }
    }

    /// <summary>Words are made only where the law is broken: there are many moments.</summary>
    private static void AssertThat(bool isSo, string broken, Moment moment)
    {
        if (!isSo)
        {
            Assert.Fail($"{broken} {moment}");
        }
    }
}
