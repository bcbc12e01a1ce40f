"""The layers are hidden in a list.

caught by: test_the_weights_of_each_layer
says: A plain list hides them
"""

import torch
from torch import nn


class Bottleneck(nn.Module):
    def __init__(
        self, in_channels: int, channels: int, stride: int = 1
    ) -> None:
        super().__init__()
        out_channels = 4 * channels
        c1 = nn.Conv2d(in_channels, channels, 1, bias=False)
        b1 = nn.BatchNorm2d(channels)
        c2 = nn.Conv2d(channels, channels, 3, stride, padding=1, bias=False)
        b2 = nn.BatchNorm2d(channels)
        c3 = nn.Conv2d(channels, out_channels, 1, bias=False)
        b3 = nn.BatchNorm2d(out_channels)
        short = nn.Identity()
        if stride != 1 or in_channels != out_channels:
            short = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )
        self.layers = [c1, b1, c2, b2, c3, b3, short, nn.ReLU()]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        c1, b1, c2, b2, c3, b3, short, relu = self.layers
        out = relu(b1(c1(x)))
        out = relu(b2(c2(out)))
        out = b3(c3(out))
        return relu(out + short(x))
