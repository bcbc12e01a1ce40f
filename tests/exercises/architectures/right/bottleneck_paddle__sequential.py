"""The residual is one nn.Sequential, and the projection comes first."""

from paddle import nn


def unit(c_in, c_out, k, stride=1):
    return [
        nn.Conv2D(c_in, c_out, k, stride, k // 2, bias_attr=False),
        nn.BatchNorm2D(c_out),
    ]


class Bottleneck(nn.Layer):
    def __init__(self, in_channels, channels, stride=1):
        super().__init__()
        same = (in_channels, stride) == (4 * channels, 1)
        projection = unit(in_channels, 4 * channels, 1, stride)
        self.short = nn.Sequential(*([] if same else projection))
        self.long = nn.Sequential(
            *unit(in_channels, channels, 1),
            nn.ReLU(),
            *unit(channels, channels, 3, stride),
            nn.ReLU(),
            *unit(channels, 4 * channels, 1),
        )

    def forward(self, x):
        return (self.short(x) + self.long(x)).clip(min=0)
