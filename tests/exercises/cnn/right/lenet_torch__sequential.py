"""The network is a Sequential itself, with Kaiming's weights."""

import torch
from torch import nn


def layers(classes, in_channels):
    yield nn.Conv2d(in_channels, 6, (5, 5), padding="same")
    yield nn.MaxPool2d(kernel_size=2, stride=2)
    yield nn.ReLU()
    yield nn.Conv2d(6, 16, 5)
    yield nn.MaxPool2d(kernel_size=2, stride=2)
    yield nn.ReLU()
    yield nn.Flatten(start_dim=1)
    for a, b in ((400, 120), (120, 84)):
        yield nn.Linear(a, b)
        yield nn.ReLU()
    yield nn.Linear(84, classes)


class LeNet(nn.Sequential):
    def __init__(self, classes=10, in_channels=1):
        super().__init__(*layers(classes, in_channels))
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.kaiming_uniform_(parameter, nonlinearity="relu")


if __name__ == "__main__":
    print(LeNet()(torch.rand(2, 1, 28, 28)).shape)
