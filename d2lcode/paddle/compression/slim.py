"""LeNet-5 of any width: what pruning leaves, and what a teacher teaches."""

from collections.abc import Sequence

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import he_init


class SlimLeNet(nn.Layer):
    """LeNet with as many channels and units as you say.

    Args:
        widths: channels of the two convolutions, then units of the two
            hidden dense layers; LeNet has 6, 16, 120 and 84.
        classes: how many classes there are.

    Raises:
        ValueError: if there are not four widths, or a number is below 1.
    """

    def __init__(
        self, widths: Sequence[int] = (6, 16, 120, 84), classes: int = 10
    ) -> None:
        super().__init__()
        if len(widths) != 4:
            raise ValueError(f"widths is {widths}; expected four numbers")
        for width in (*widths, classes):
            positive_integer("each width", width)
        first, second, third, fourth = widths
        self.features = nn.Sequential(
            nn.Conv2D(1, first, kernel_size=5, padding=2),
            nn.ReLU(),
            nn.MaxPool2D(kernel_size=2, stride=2),
            nn.Conv2D(first, second, kernel_size=5),
            nn.ReLU(),
            nn.MaxPool2D(kernel_size=2, stride=2),
        )
        self.classifier = nn.Sequential(
            nn.Flatten(),
            nn.Linear(second * 5 * 5, third),
            nn.ReLU(),
            nn.Linear(third, fourth),
            nn.ReLU(),
            nn.Linear(fourth, classes),
        )
        he_init(self)

    def forward(self, x: Tensor) -> Tensor:
        """Logits: (n, 1, 28, 28) -> (n, classes)."""
        return self.classifier(self.features(x))
