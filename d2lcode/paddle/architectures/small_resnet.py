"""A ResNet for small pictures (He et al. 2016, section 4.2).

https://arxiv.org/abs/1512.03385
"""

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.architectures.residual_blocks import (
    BasicBlock,
    convolution,
)
from d2lcode.paddle.initialisation import he_init


class SmallResNet(nn.Layer):
    """Three stages of basic blocks, with or without their shortcuts.

    Args:
        depth: layers with weights, 6 n + 2: one convolution, n blocks of
            two in each stage, one dense layer.
        classes: how many there are.
        in_channels: 1 for grey pictures, 3 for colour.
        width: channels of the first stage; the next have 2 and 4 times
            as many, at a half and a quarter of the height and width.
        shortcuts: False makes it a plain network.

    Raises:
        ValueError: if depth is not 8, 14, 20, …, or a number is below 1.
    """

    def __init__(
        self,
        depth: int = 20,
        classes: int = 10,
        in_channels: int = 1,
        width: int = 16,
        shortcuts: bool = True,
    ) -> None:
        super().__init__()
        blocks, rest = divmod(positive_integer("depth", depth) - 2, 6)
        if rest or blocks < 1:
            raise ValueError(f"depth is {depth}; expected 8, 14, 20, 26, …")
        positive_integer("classes", classes)
        positive_integer("in_channels", in_channels)
        positive_integer("width", width)
        self.conv1 = convolution(in_channels, width, 3)
        self.bn1 = nn.BatchNorm2D(width)
        self.relu = nn.ReLU()
        w2, w4 = 2 * width, 4 * width
        ways = [(width, width, 1), (width, w2, 2), (w2, w4, 2)]
        self.stages = nn.Sequential(
            *[
                BasicBlock(out, out, 1, shortcuts)
                if later
                else BasicBlock(c, out, stride, shortcuts)
                for c, out, stride in ways
                for later in range(blocks)
            ]
        )
        self.avgpool = nn.AdaptiveAvgPool2D(1)
        self.fc = nn.Linear(w4, classes)
        he_init(self.conv1)
        he_init(self.fc)

    def forward(self, x: Tensor) -> Tensor:
        """Logits: (n, in_channels, h, w) -> (n, classes)."""
        x = self.stages(self.relu(self.bn1(self.conv1(x))))
        return self.fc(self.avgpool(x).flatten(1))
