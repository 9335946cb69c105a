using ActorLearning.Learning.Objectives;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>What computes, and where. Whether this build can is not asked where a scenario is read.</summary>
public sealed class BackendTests
{
    [Fact]
    public void The_managed_kernels_compute_unless_told_otherwise() =>
        Assert.Equal(BackendSettings.Managed, Small.Read(Small.Text).Backend);

    [Theory]
    [InlineData("cpu", "one", false)]
    [InlineData("cuda:0", "one", false)]
    [InlineData("cuda:12", "all", true)]
    public void Torch_has_a_device_and_threads(string device, string threads, bool isAll)
    {
        var scenario = Small.Read(Small.Text, "backend=torch", $"device={device}", $"nativeThreads={threads}");

        Assert.Equal(new BackendSettings("torch", device, isAll), scenario.Backend);
    }

    [Theory]
    [InlineData("backend: torhc", "my.yaml:10:10: backend: torhc is not one of managed, torch; did you mean torch?")]
    [InlineData("backend: torch, device: cuda", "my.yaml:11:9: device: cuda is neither cpu nor a CUDA device; did you mean "
        + "cuda:0? (allowed: cpu, cuda:0, cuda:1, …)")]
    [InlineData("backend: torch, device: gpu:0", "my.yaml:11:9: device: gpu:0 is neither cpu nor a CUDA device (allowed: "
        + "cpu, cuda:0, cuda:1, …)")]
    [InlineData("device: cuda:0, nativeThreads: all", "my.yaml:10:9: device: cuda:0 is for backend: torch; the managed kernels "
        + "compute on cpu\nmy.yaml:11:16: nativeThreads: all is for backend: torch; the managed kernels have one thread a step")]
    public void Bad_values_are_told_with_their_place(string keys, string expected)
    {
        var lines = string.Join('\n', keys.Split(", "));

        Small.AssertProblems(expected, Small.With(10, lines));
    }
}
