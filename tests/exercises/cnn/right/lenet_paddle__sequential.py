"""The network is a Sequential itself, with Kaiming's weights."""

import paddle
from paddle import nn


def layers(classes, in_channels):
    yield nn.Conv2D(in_channels, 6, (5, 5), padding="SAME")
    yield nn.MaxPool2D(kernel_size=2, stride=2)
    yield nn.ReLU()
    yield nn.Conv2D(6, 16, 5)
    yield nn.MaxPool2D(kernel_size=2, stride=2)
    yield nn.ReLU()
    yield nn.Flatten()
    start = nn.initializer.KaimingUniform()
    for a, b in ((400, 120), (120, 84)):
        yield nn.Linear(a, b, weight_attr=start)
        yield nn.ReLU()
    yield nn.Linear(84, classes)


class LeNet(nn.Sequential):
    def __init__(self, classes=10, in_channels=1):
        super().__init__(*layers(classes, in_channels))


if __name__ == "__main__":
    print(LeNet()(paddle.rand([2, 1, 28, 28])).shape)
