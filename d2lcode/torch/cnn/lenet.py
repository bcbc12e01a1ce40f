"""LeNet-5 (LeCun et al. 1998), as built today and close to as built then.

http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf
"""

from torch import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.torch.initialisation import he_init, xavier_init


class LeNet(nn.Module):
    """LeNet-5 with ReLU and max pooling; 61,706 parameters on MNIST.

    Args:
        classes: how many classes there are.
        in_channels: 1 for grey pictures, 3 for colour.

    Raises:
        ValueError: if either is below 1.
    """

    activation: type = nn.ReLU
    pooling: type = nn.MaxPool2d

    def __init__(self, classes: int = 10, in_channels: int = 1) -> None:
        super().__init__()
        positive_integer("classes", classes)
        positive_integer("in_channels", in_channels)
        self.features = nn.Sequential(
            nn.Conv2d(in_channels, 6, kernel_size=5, padding=2),
            self.activation(),
            self.pooling(kernel_size=2, stride=2),
            nn.Conv2d(6, 16, kernel_size=5),
            self.activation(),
            self.pooling(kernel_size=2, stride=2),
        )
        self.classifier = nn.Sequential(
            nn.Flatten(),
            nn.Linear(16 * 5 * 5, 120),
            self.activation(),
            nn.Linear(120, 84),
            self.activation(),
            nn.Linear(84, classes),
        )
        he_init(self)

    def forward(self, x: Tensor) -> Tensor:
        """Logits: (n, in_channels, 28, 28) -> (n, classes)."""
        return self.classifier(self.features(x))


class LeNet1998(LeNet):
    """LeNet-5 with tanh and average pooling, as in the 1990s."""

    activation = nn.Tanh
    pooling = nn.AvgPool2d

    def __init__(self, classes: int = 10, in_channels: int = 1) -> None:
        super().__init__(classes, in_channels)
        xavier_init(self)
