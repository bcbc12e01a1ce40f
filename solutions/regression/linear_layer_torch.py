r"""A linear layer of your own: the answer.

`nn.Parameter` is the whole trick: a tensor that, assigned to an attribute of
a module, registers itself there. From then on `parameters()` finds it, an
optimizer can be given it, `state_dict()` saves it and `to()` moves it. A
plain tensor in its place computes the same output and is never trained.

The weight is `(out, in)`, so the product needs its transpose. Assigning
`None` for the bias keeps the attribute there for `forward` to ask.
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
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
        start = torch.randn(out_features, in_features) * scale
        self.weight = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Map (n, in_features) to (n, out_features)."""
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
