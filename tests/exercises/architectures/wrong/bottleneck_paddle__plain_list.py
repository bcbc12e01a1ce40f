"""The layers are hidden in a list.

caught by: test_the_weights_of_each_layer
says: A plain list hides them
"""

import paddle
from paddle import nn


class Bottleneck(nn.Layer):
    def __init__(
        self, in_channels: int, channels: int, stride: int = 1
    ) -> None:
        super().__init__()
        out_channels = 4 * channels
        c1 = nn.Conv2D(in_channels, channels, 1, bias_attr=False)
        b1 = nn.BatchNorm2D(channels)
        c2 = nn.Conv2D(
            channels, channels, 3, stride, padding=1, bias_attr=False
        )
        b2 = nn.BatchNorm2D(channels)
        c3 = nn.Conv2D(channels, out_channels, 1, bias_attr=False)
        b3 = nn.BatchNorm2D(out_channels)
        short = nn.Identity()
        if stride != 1 or in_channels != out_channels:
            short = nn.Sequential(
                nn.Conv2D(
                    in_channels, out_channels, 1, stride, bias_attr=False
                ),
                nn.BatchNorm2D(out_channels),
            )
        self.layers = [c1, b1, c2, b2, c3, b3, short, nn.ReLU()]

    def forward(self, x: paddle.Tensor) -> paddle.Tensor:
        c1, b1, c2, b2, c3, b3, short, relu = self.layers
        out = relu(b1(c1(x)))
        out = relu(b2(c2(out)))
        out = b3(c3(out))
        return relu(out + short(x))
