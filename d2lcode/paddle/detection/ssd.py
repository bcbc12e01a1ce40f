"""A small single-shot detector, after SSD (Liu et al. 2016).

https://arxiv.org/abs/1512.02325
"""

from collections.abc import Mapping

import paddle
import paddle.nn.functional as F  # noqa: N812
from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import he_init
from d2lcode.scratch.detection.ssd import GRIDS


def unit(c_in: int, c_out: int, kernel: int, stride: int) -> nn.Sequential:
    """Convolution, batch normalisation, ReLU; the stride divides the size."""
    padding = (kernel - stride + 1) // 2
    return nn.Sequential(
        nn.Conv2D(c_in, c_out, kernel, stride, padding, bias_attr=False),
        nn.BatchNorm2D(c_out),
        nn.ReLU(),
    )


class SmallSSD(nn.Layer):
    """Finds blood cells: three maps, 2,260 anchors, 246,208 parameters.

    Args:
        classes: how many kinds of things there are, without background.

    Raises:
        ValueError: if it is below 1.
    """

    def __init__(self, classes: int = 3) -> None:
        super().__init__()
        self.outputs = positive_integer("classes", classes) + 1 + 4
        self.stages = nn.LayerList(
            [
                nn.Sequential(unit(3, 24, 4, 4), unit(24, 48, 3, 1)),
                nn.Sequential(unit(48, 64, 3, 2), unit(64, 64, 3, 1)),
                nn.Sequential(unit(64, 96, 3, 2), unit(96, 96, 3, 1)),
            ]
        )
        self.heads = nn.LayerList(
            [
                nn.Conv2D(c, len(sizes) * self.outputs, 3, padding=1)
                for c, sizes in zip((48, 64, 96), GRIDS.values(), strict=True)
            ]
        )
        he_init(self)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Logits and offsets of all anchors.

        (n, 3, 120, 160) -> (n, 2260, classes + 1) and (n, 2260, 4).
        """
        found = []
        for stage, head in zip(self.stages, self.heads, strict=True):
            x = stage(x)
            rows = head(x).transpose([0, 2, 3, 1])
            found.append(rows.reshape([len(x), -1, self.outputs]))
        every = paddle.concat(found, axis=1)
        return every[..., :-4], every[..., -4:]


def ssd_loss(
    outputs: tuple[Tensor, Tensor], y: Mapping[str, Tensor], negatives: int = 3
) -> Tensor:
    """Cross-entropy of the classes and smooth L1 of the offsets.

    Of the background anchors count only the hardest, `negatives` for each
    that has a box; the sum is divided by the number of those with a box.

    Args:
        outputs: logits (n, a, classes + 1) and offsets (n, a, 4).
        y: "classes" (n, a), 0 for background, and "offsets" (n, a, 4).
        negatives: background anchors for each that has a box.
    """
    logits, offsets = outputs
    some = y["classes"] > 0
    entropy = F.cross_entropy(logits, y["classes"], reduction="none")
    entropy = entropy.reshape(y["classes"].shape)
    count = max(int(some.sum()), 1)
    background = entropy[~some]
    k = min(negatives * count, len(background))
    hardest, _ = background.topk(k)
    way = F.smooth_l1_loss(offsets, y["offsets"], reduction="none")
    each = entropy + way.sum(axis=-1)
    return (each[some].sum() + hardest.sum()) / count
