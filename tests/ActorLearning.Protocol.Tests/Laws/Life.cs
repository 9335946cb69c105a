namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>The life of a machine in a hostile world: a function of its name and the seed.</summary>
internal static class Life
{
    public static IEnumerable<Moment> Of(string name, ulong seed, int inputs)
    {
        var machine = Specimens.All[name].New();
        var world = new HostileWorld(seed);
        for (var number = 0; number < inputs; number++)
        {
            var outbox = new Outbox();
            var moment = new Moment(name, seed, number, machine, world.Next(), outbox.Effects);
            var thrown = Record.Exception(() => machine.Handle(moment.Input, outbox));
            if (thrown is not null)
            {
                Assert.Fail($"An input may not be an exception. {moment}\n{thrown}");
            }

            yield return moment;
            world.See(outbox.Effects);
        }
    }
}
