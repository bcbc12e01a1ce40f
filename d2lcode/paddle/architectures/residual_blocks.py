"""Residual blocks (He et al. 2016): what layers compute is added to x.

https://arxiv.org/abs/1512.03385
"""

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import he_init


def convolution(
    in_channels: int, channels: int, k: int, stride: int = 1
) -> nn.Conv2D:
    """A k by k convolution that keeps height and width at stride 1.

    It has no bias: the batch normalisation that follows would subtract it.
    """
    return nn.Conv2D(
        in_channels, channels, k, stride, padding=k // 2, bias_attr=False
    )


class Residual(nn.Layer):
    """What the two kinds of blocks share: the way round their layers.

    Args:
        in_channels: of the input.
        channels: inside; the output has `expansion` times as many.
        stride: 2 halves height and width.
        shortcut: False leaves the layers alone, without the addition.

    Raises:
        ValueError: if a number is below 1.
    """

    expansion = 1

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: bool = True,
    ) -> None:
        super().__init__()
        positive_integer("in_channels", in_channels)
        positive_integer("channels", channels)
        positive_integer("stride", stride)
        out_channels = channels * self.expansion
        self.shortcut = shortcut
        self.downsample = None
        if shortcut and (stride != 1 or in_channels != out_channels):
            self.downsample = nn.Sequential(
                convolution(in_channels, out_channels, 1, stride),
                nn.BatchNorm2D(out_channels),
            )
        self.relu = nn.ReLU()

    def residual(self, x: Tensor) -> Tensor:
        """What is added to x; each kind of block has its own."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """(n, in_channels, h, w) -> (n, expansion·channels, h', w')."""
        out = self.residual(x)
        if self.shortcut:
            out = out + (x if self.downsample is None else self.downsample(x))
        return self.relu(out)


class BasicBlock(Residual):
    """Two 3 × 3 convolutions and a shortcut; used up to 34 layers."""

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: bool = True,
    ) -> None:
        super().__init__(in_channels, channels, stride, shortcut)
        self.conv1 = convolution(in_channels, channels, 3, stride)
        self.bn1 = nn.BatchNorm2D(channels)
        self.conv2 = convolution(channels, channels, 3)
        self.bn2 = nn.BatchNorm2D(channels)
        he_init(self)

    def residual(self, x: Tensor) -> Tensor:
        """Convolve twice, with one ReLU between."""
        out = self.relu(self.bn1(self.conv1(x)))
        return self.bn2(self.conv2(out))


class Bottleneck(Residual):
    """1 × 1, 3 × 3, 1 × 1 convolutions and a shortcut; from 50 layers on."""

    expansion = 4

    def __init__(
        self,
        in_channels: int,
        channels: int,
        stride: int = 1,
        shortcut: bool = True,
    ) -> None:
        super().__init__(in_channels, channels, stride, shortcut)
        self.conv1 = convolution(in_channels, channels, 1)
        self.bn1 = nn.BatchNorm2D(channels)
        self.conv2 = convolution(channels, channels, 3, stride)
        self.bn2 = nn.BatchNorm2D(channels)
        self.conv3 = convolution(channels, 4 * channels, 1)
        self.bn3 = nn.BatchNorm2D(4 * channels)
        he_init(self)

    def residual(self, x: Tensor) -> Tensor:
        """Narrow the channels, look around, and widen them again."""
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        return self.bn3(self.conv3(out))
