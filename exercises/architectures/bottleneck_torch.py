r"""Build a bottleneck block.

Build the block of ResNet-50 as a class `Bottleneck(in_channels, channels,
stride=1)`. It adds a residual $F(x)$ to its input $x$. The residual has three
rows of layers:

1. a convolution 1×1 with `channels` filters, batch normalisation, ReLU;
2. a convolution 3×3 with `channels` filters, padding 1 and the given stride,
   batch normalisation, ReLU;
3. a convolution 1×1 with 4 · `channels` filters, batch normalisation.

The shortcut is $x$ itself wherever it is sure to have the shape of $F(x)$: at
stride 1 with `in_channels` = 4 · `channels`. Everywhere else it is a
projection: a convolution 1×1 of $x$ with 4 · `channels` filters and the given
stride, then batch normalisation. ReLU follows the sum of $F(x)$ and shortcut.

No convolution has a bias. Batch normalisation is your framework's,
`BatchNorm2d` or `BatchNorm2D`, with its default settings. Create the layers in
the order of the rows, and a projection only where it is used.

`Bottleneck` is a module of your framework: a `torch.nn.Module`, or a
`paddle.nn.Layer`. It takes pictures `(n, in_channels, h, w)` of any height and
width and leaves them as they are. In training mode it normalises with the
batch it gets; after `eval()` with the running means and variances, so that a
single picture gets what it would get among others. This holds for a copy
(`copy.deepcopy`) that is given other weights, too.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 20 · Difficulty: 2
"""

import torch
from torch import nn


class Bottleneck(nn.Module):
    """1×1, 3×3 and 1×1 convolutions with a shortcut round them.

    Args:
        in_channels: of the input.
        channels: of the two inner outputs; the block's has 4 · channels.
        stride: of the 3×3 convolution.
    """

    def __init__(
        self, in_channels: int, channels: int, stride: int = 1
    ) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Map (n, in_channels, h, w) to (n, 4 · channels, h', w')."""
        raise NotImplementedError
