"""Linear regression."""

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import xavier_init


class LinearRegression(nn.Layer):
    """A weighted sum of the features and a bias, (n, d) -> (n, q).

    Args:
        in_features: d, the number of features.
        out_features: q, the number of values to predict.

    Raises:
        ValueError: if either is below 1.
    """

    def __init__(self, in_features: int, out_features: int = 1) -> None:
        super().__init__()
        self.linear = nn.Linear(
            positive_integer("in_features", in_features),
            positive_integer("out_features", out_features),
        )
        xavier_init(self)

    def forward(self, x: Tensor) -> Tensor:
        """Predict: (n, in_features) -> (n, out_features)."""
        return self.linear(x)
