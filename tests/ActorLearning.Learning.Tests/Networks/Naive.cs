using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Networks;

/// <summary>Layers and loss of one example as plain loops in double: their specification.</summary>
internal static class Naive
{
    public static double[] Dense(double[] parameters, double[] input, int outputs)
    {
        var result = new double[outputs];
        for (var o = 0; o < outputs; o++)
        {
            result[o] = parameters[outputs * input.Length + o];
            for (var i = 0; i < input.Length; i++)
            {
                result[o] += parameters[o * input.Length + i] * input[i];
            }
        }

        return result;
    }

    public static double[] Convolution(
        double[] parameters, double[] input, Shape shape, int channels, int kernel, int stride, int padding)
    {
        var height = (shape.Height + 2 * padding - kernel) / stride + 1;
        var width = (shape.Width + 2 * padding - kernel) / stride + 1;
        var result = new double[channels * height * width];
        for (var at = 0; at < result.Length; at++)
        {
            var (channel, y, x) = (at / (height * width), at / width % height, at % width);
            result[at] = parameters[channels * shape.Channels * kernel * kernel + channel];
            for (var tap = 0; tap < shape.Channels * kernel * kernel; tap++)
            {
                var (plane, ky, kx) = (tap / (kernel * kernel), tap / kernel % kernel, tap % kernel);
                var (iy, ix) = (y * stride + ky - padding, x * stride + kx - padding);
                if (iy >= 0 && iy < shape.Height && ix >= 0 && ix < shape.Width)
                {
                    var weight = parameters[channel * shape.Channels * kernel * kernel + tap];
                    result[at] += weight * input[(plane * shape.Height + iy) * shape.Width + ix];
                }
            }
        }

        return result;
    }

    public static double[] MaxPool(double[] input, Shape shape)
    {
        var (height, width) = (shape.Height / 2, shape.Width / 2);
        var result = new double[shape.Channels * height * width];
        for (var at = 0; at < result.Length; at++)
        {
            var (channel, y, x) = (at / (height * width), at / width % height, at % width);
            var first = (channel * shape.Height + 2 * y) * shape.Width + 2 * x;
            int[] square = [first, first + 1, first + shape.Width, first + shape.Width + 1];
            result[at] = square.Max(i => input[i]);
        }

        return result;
    }

    public static double[] Rectify(double[] input) => [.. input.Select(x => Math.Max(x, 0))];

    /// <summary>−ln softmax(scores)[label].</summary>
    public static double Loss(double[] scores, int label)
    {
        var greatest = scores.Max();
        return greatest + Math.Log(scores.Sum(score => Math.Exp(score - greatest))) - scores[label];
    }

    /// <summary>Derivatives of a function by central differences.</summary>
    public static double[] Gradient(double[] at, Func<double[], double> function)
    {
        const double step = 1e-5;
        var point = at.ToArray();
        var gradient = new double[point.Length];
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = at[i] + step;
            var above = function(point);
            point[i] = at[i] - step;
            gradient[i] = (above - function(point)) / (2 * step);
            point[i] = at[i];
        }

        return gradient;
    }
}
