using ActorLearning.Benchmarks;

return args.FirstOrDefault() == "explore"
    ? ExploreRunner.Run(args, Console.Out, Console.Error)
    : PeerRunner.Run(args, Console.Out, Console.Error);
