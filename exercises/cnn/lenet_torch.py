r"""Build LeNet-5.

Build LeNet-5 as it is built today, with ReLU and max pooling, as a class
`LeNet(classes=10, in_channels=1)` for pictures of 28 by 28 pixels:

| layer | what | output of one picture |
|---|---|---|
| 1 | convolution, 6 filters of 5×5, padding 2, then ReLU | 6 × 28 × 28 |
| 2 | max pooling, 2×2 with stride 2 | 6 × 14 × 14 |
| 3 | convolution, 16 filters of 5×5, no padding, then ReLU | 16 × 10 × 10 |
| 4 | max pooling, 2×2 with stride 2 | 16 × 5 × 5 |
| 5 | flattened, dense to 120, then ReLU | 120 |
| 6 | dense to 84, then ReLU | 84 |
| 7 | dense to `classes` | `classes` |

`LeNet` is a module of your framework: a `torch.nn.Module`, or a
`paddle.nn.Layer`. Create the layers in the order of the table. It takes a
batch of pictures, `(n, in_channels, 28, 28)`, leaves them as they are, and
returns their logits, `(n, classes)`: the last layer's output as it is,
because softmax belongs to the loss. This holds for a single picture, after
`eval()`, and for a copy of the network that is given other weights.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 20 · Difficulty: 2
"""

import torch
from torch import nn


class LeNet(nn.Module):
    """LeNet-5 for 28×28 pictures.

    Args:
        classes: how many logits each picture gets.
        in_channels: 1 for grey pictures, 3 for colour.
    """

    def __init__(self, classes: int = 10, in_channels: int = 1) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Map pictures (n, in_channels, 28, 28) to logits (n, classes)."""
        raise NotImplementedError
