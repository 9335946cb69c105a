using ActorLearning.Benchmarks;

return PeerRunner.Run(args);
