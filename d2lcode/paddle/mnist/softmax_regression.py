"""Softmax regression: one linear layer that scores every class."""

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import xavier_init


class SoftmaxRegression(nn.Layer):
    """Logits by one linear layer, (n, ...) -> (n, classes).

    The softmax itself is part of the loss, where it is safe from overflow.

    Args:
        in_features: numbers in one input once flattened, 28 · 28 for MNIST.
        classes: how many classes there are.

    Raises:
        ValueError: if either is below 1.
    """

    def __init__(self, in_features: int = 784, classes: int = 10) -> None:
        super().__init__()
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(
            positive_integer("in_features", in_features),
            positive_integer("classes", classes),
        )
        xavier_init(self)

    def forward(self, x: Tensor) -> Tensor:
        """Score: (n, ...) with in_features in all -> (n, classes)."""
        return self.linear(self.flatten(x))
