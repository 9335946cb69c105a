using ActorLearning.Benchmarks;

return PeerRunner.Run(args, Console.Out, Console.Error);
