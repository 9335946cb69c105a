#!/usr/bin/env python3
"""What the cases of `bench/ActorLearning.Benchmarks` cost in PyTorch on the CPU, under the same names.

Usage: pytorch_peers.py [THREADS] [steps|rules|all] [--cpu]

With --cpu the time the thread was at work counts, not the time that went by: for a machine that is not idle.

Prints a name, then least and median milliseconds. `bench/compare.sh` runs both sides and prints the ratios.
"""
import sys
from statistics import median
from time import perf_counter, thread_time

import torch
from torch import nn


def convolutions(*blocks):
    """Layers for (inputs, outputs, kernel, padding, normalised) blocks, a pool after every block that is followed by None."""
    for block in blocks:
        if block is None:
            yield nn.MaxPool2d(2)
            continue
        inputs, outputs, kernel, padding, normalised = block
        yield nn.Conv2d(inputs, outputs, kernel, padding=padding)
        yield nn.ReLU()
        if normalised:
            yield nn.BatchNorm2d(outputs)


def dense(*widths):
    for number, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
        if number:
            yield nn.ReLU()
        yield nn.Linear(inputs, outputs)


MNIST, CIFAR = (1, 28, 28), (3, 32, 32)
NETWORKS = {
    "mnist-cnn": (MNIST, lambda: [*convolutions((1, 20, 5, 0, False), None, (20, 20, 5, 0, False), None), nn.Flatten(),
                                  *dense(320, 500, 10)]),
    "mlp(200,200)": (MNIST, lambda: [nn.Flatten(), *dense(784, 200, 200, 10)]),
    "softmax-regression": (MNIST, lambda: [nn.Flatten(), *dense(784, 10)]),
    "cifar-cnn": (CIFAR, lambda: [
        *convolutions((3, 64, 3, 1, True), (64, 64, 3, 1, True), None), nn.Dropout(.25),
        *convolutions((64, 128, 3, 1, True), (128, 128, 3, 1, True), None), nn.Dropout(.25),
        nn.Flatten(), nn.Linear(8192, 128), nn.ReLU(), nn.Dropout(.25), nn.Linear(128, 10)]),
}


def network(name, examples):
    torch.manual_seed(1)
    shape, layers = NETWORKS[name]
    return nn.Sequential(*layers(), nn.LogSoftmax(dim=1)), torch.rand(examples, *shape), torch.randint(10, (examples,))


def step(name, batch):
    model, images, labels = network(name, batch)
    descent = torch.optim.SGD(model.parameters(), lr=.01, momentum=.9)

    def work():
        descent.zero_grad()
        nn.functional.nll_loss(model(images), labels).backward()
        descent.step()
    return work


def forward(name, examples):
    model, images, _ = network(name, examples)
    model.eval()

    @torch.no_grad()
    def work():
        model(images)
    return work


def trimmed_mean(models, byzantine):
    return models.sort(dim=0)[0][byzantine:len(models) - byzantine].mean(dim=0)


def mixed(models, byzantine):
    _, nearest = torch.cdist(models, models).topk(len(models) - byzantine, largest=False)
    return torch.stack([models[chosen].mean(dim=0) for chosen in nearest])


def krum(models, byzantine):
    squared = torch.cdist(models, models).square().sort(dim=1)[0]
    return models[squared[:, 1:len(models) - byzantine - 1].sum(dim=1).argmin()]


def geometric_median(models, byzantine, iterations=32):
    centre = models.mean(dim=0)
    for _ in range(iterations):
        pulls = 1 / (models - centre).norm(dim=1).clamp_min(1e-6)
        centre = (models * pulls[:, None]).sum(dim=0) / pulls.sum()
    return centre


RULES = {
    "nnm | trimmed-mean": lambda models, byzantine: trimmed_mean(mixed(models, byzantine), byzantine),
    "trimmed-mean": trimmed_mean,
    "median": lambda models, byzantine: models.median(dim=0)[0],
    "krum": krum,
    "geometric-median": geometric_median,
    "alie": lambda models, byzantine: models.mean(dim=0) + 1.5 * models.std(dim=0),
}


def rule(name, count, length, byzantine):
    models = torch.randn(count, length, generator=torch.Generator().manual_seed(2))
    return lambda: RULES[name](models, byzantine)


def cases(part):
    if part in ("steps", "all"):
        for name, batch, runs in (("mnist-cnn", 25, 200), ("mlp(200,200)", 25, 200), ("softmax-regression", 25, 200),
                                  ("cifar-cnn", 50, 10)):
            yield f"step {name} batch {batch}", step(name, batch), runs
        yield "forward mnist-cnn 1000 images", forward("mnist-cnn", 1000), 15
    if part in ("rules", "all"):
        for name, count, length, byzantine in (
                ("nnm | trimmed-mean", 16, 176050, 7), ("trimmed-mean", 16, 176050, 7),
                ("nnm | trimmed-mean", 7, 1310000, 3), ("trimmed-mean", 64, 65536, 8), ("median", 64, 65536, None),
                ("krum", 16, 176050, 7), ("geometric-median", 64, 65536, None), ("alie", 14, 176050, None)):
            suffix = "" if byzantine is None else f" f={byzantine}"
            yield f"{name} {count} x {length}{suffix}", rule(name, count, length, byzantine), 15


def main(threads="1", part="all", clock=""):
    now = thread_time if clock == "--cpu" else perf_counter
    torch.set_num_threads(int(threads))
    print(f"torch {torch.__version__}, {torch.get_num_threads()} thread(s)".ljust(44) + "   least ms  median ms", flush=True)
    for name, work, runs in cases(part):
        for _ in range(max(2, runs // 10)):
            work()
        times = []
        for _ in range(runs):
            start = now()
            work()
            times.append(1e3 * (now() - start))
        print(f"{name:44s} {min(times):10.3f} {median(times):10.3f}", flush=True)


main(*sys.argv[1:])
