r"""A linear layer of your own: the answer.

`create_parameter` is the whole trick: it makes a tensor that, assigned to
an attribute of a layer, registers itself there. From then on `parameters()`
finds it, an optimizer can be given it, and `state_dict()` saves it. A plain
tensor in its place computes the same output and is never trained.

The weight is `(in, out)`, so the product is the formula's. With
`is_bias=True` the starting values are zeros. Assigning `None` for the bias
keeps the attribute there for `forward` to ask.
"""

import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    """A weighted sum of the features for each output, and a bias.

    Args:
        in_features: how many numbers come in.
        out_features: how many go out.
        bias: whether there is one.
        scale: the standard deviation of the starting weights.
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        bias: bool = True,
        scale: float = 0.1,
    ) -> None:
        super().__init__()
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(std=scale),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x: paddle.Tensor) -> paddle.Tensor:
        """Map (n, in_features) to (n, out_features)."""
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
