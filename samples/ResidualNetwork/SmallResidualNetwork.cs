using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

/// <summary>Three blocks of two convolutions with a way around each; He et al. 2016.</summary>
internal sealed class SmallResidualNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d first = nn.Conv2d(3, 16, 3L, padding: 1L);
    private readonly Block one = new(16, 16, 1);
    private readonly Block two = new(16, 32, 2);
    private readonly Block three = new(32, 64, 2);
    private readonly Linear last = nn.Linear(64, 10);

    public SmallResidualNetwork()
        : base("small-residual") => RegisterComponents();

    public override Tensor forward(Tensor images)
    {
        var features = three.call(two.call(one.call(nn.functional.relu(first.call(images)))));
        return last.call(features.mean(new[] { 2L, 3L }));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d inner;
        private readonly BatchNorm2d innerNorm;
        private readonly Conv2d outer;
        private readonly BatchNorm2d outerNorm;
        private readonly Conv2d around;

        public Block(int inputs, int outputs, int stride)
            : base("block")
        {
            inner = nn.Conv2d(inputs, outputs, 3L, stride: stride, padding: 1L);
            innerNorm = nn.BatchNorm2d(outputs);
            outer = nn.Conv2d(outputs, outputs, 3L, padding: 1L);
            outerNorm = nn.BatchNorm2d(outputs);
            around = nn.Conv2d(inputs, outputs, 1L, stride: stride);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var way = nn.functional.relu(innerNorm.call(inner.call(input)));
            return nn.functional.relu(outerNorm.call(outer.call(way)) + around.call(input));
        }
    }
}
