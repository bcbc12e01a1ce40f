"""ResNet-18 to ResNet-152 (He et al. 2016), for pictures of 224 × 224.

https://arxiv.org/abs/1512.03385
"""

from collections.abc import Sequence

from torch import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.torch.architectures.residual_blocks import (
    BasicBlock,
    Bottleneck,
    Residual,
    convolution,
)
from d2lcode.torch.initialisation import he_init


def stage(
    block: type[Residual],
    in_channels: int,
    channels: int,
    blocks: int,
    stride: int,
) -> nn.Sequential:
    """Some blocks in a row; the first has the stride and may project."""
    width = channels * block.expansion
    rest = [block(width, channels) for _ in range(blocks - 1)]
    return nn.Sequential(block(in_channels, channels, stride), *rest)


class ResNet(nn.Module):
    """A stem, four stages of residual blocks, their mean and one layer.

    The weights have the names of torchvision and paddle.vision, where
    Bottleneck has its stride in the 3 × 3 convolution, too.

    Args:
        block: `BasicBlock` or `Bottleneck`.
        blocks: how many in each of the four stages.
        classes: how many there are; 1,000 in ImageNet.
        in_channels: 1 for grey pictures, 3 for colour.

    Raises:
        ValueError: if there are not four stages, or a number is below 1.
    """

    def __init__(
        self,
        block: type[Residual],
        blocks: Sequence[int],
        classes: int = 1000,
        in_channels: int = 3,
    ) -> None:
        super().__init__()
        if len(blocks) != 4:
            raise ValueError(f"blocks is {blocks!r}; expected four numbers")
        n1, n2, n3, n4 = (positive_integer("blocks", n) for n in blocks)
        positive_integer("classes", classes)
        positive_integer("in_channels", in_channels)
        self.conv1 = convolution(in_channels, 64, 7, stride=2)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        width = block.expansion
        self.layer1 = stage(block, 64, 64, n1, stride=1)
        self.layer2 = stage(block, 64 * width, 128, n2, stride=2)
        self.layer3 = stage(block, 128 * width, 256, n3, stride=2)
        self.layer4 = stage(block, 256 * width, 512, n4, stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(512 * width, classes)
        he_init(self.conv1)
        he_init(self.fc)

    def forward(self, x: Tensor) -> Tensor:
        """Logits: (n, in_channels, h, w) -> (n, classes)."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(self.avgpool(x).flatten(1))


def resnet18(classes: int = 1000, in_channels: int = 3) -> ResNet:
    """ResNet-18: 11,689,512 parameters with 1,000 classes."""
    return ResNet(BasicBlock, (2, 2, 2, 2), classes, in_channels)


def resnet34(classes: int = 1000, in_channels: int = 3) -> ResNet:
    """ResNet-34: 21,797,672 parameters with 1,000 classes."""
    return ResNet(BasicBlock, (3, 4, 6, 3), classes, in_channels)


def resnet50(classes: int = 1000, in_channels: int = 3) -> ResNet:
    """ResNet-50: 25,557,032 parameters with 1,000 classes."""
    return ResNet(Bottleneck, (3, 4, 6, 3), classes, in_channels)


def resnet101(classes: int = 1000, in_channels: int = 3) -> ResNet:
    """ResNet-101: 44,549,160 parameters with 1,000 classes."""
    return ResNet(Bottleneck, (3, 4, 23, 3), classes, in_channels)


def resnet152(classes: int = 1000, in_channels: int = 3) -> ResNet:
    """ResNet-152: 60,192,808 parameters with 1,000 classes."""
    return ResNet(Bottleneck, (3, 8, 36, 3), classes, in_channels)
