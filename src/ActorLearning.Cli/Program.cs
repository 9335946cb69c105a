using ActorLearning.Cli;

return await CommandLine.RunAsync(args);
