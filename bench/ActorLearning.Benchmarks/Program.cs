using ActorLearning.Benchmarks;
using ActorLearning.Benchmarks.Backends;

if (args is ["wire", ..])
{
#if AKKA
    return await ActorLearning.Benchmarks.Wire.WireRunner.RunAsync(args, Console.Out, Console.Error);
#else
    Console.WriteLine("wire skipped: this build has no cluster engine, because no package feed held Akka.NET");
    return 0;
#endif
}

return args.FirstOrDefault() switch
{
    "explore" => ExploreRunner.Run(args, Console.Out, Console.Error),
    "backends" => BackendRunner.Run(args, Console.Out, Console.Error),
    _ => PeerRunner.Run(args, Console.Out, Console.Error),
};
