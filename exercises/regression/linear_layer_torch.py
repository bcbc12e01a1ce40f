r"""A linear layer of your own.

Build what `nn.Linear` is made of, as a class
`LinearLayer(in_features, out_features, bias=True, scale=0.1)`: a module of
your framework, a `torch.nn.Module` or a `paddle.nn.Layer`, that turns
`(n, in_features)` into `(n, out_features)` by $X W + \mathbf b$. `nn.Linear`
itself stays out of it.

- `weight` is a parameter, with the shape that it has in *your* framework's
  own linear layer: `(out_features, in_features)` in PyTorch,
  `(in_features, out_features)` in PaddlePaddle. It starts from normal random
  numbers with mean 0 and standard deviation `scale` (0 or more), drawn by
  your framework or by NumPy, and anew for each layer.
- `bias` is a parameter of shape `(out_features,)` and starts at 0. With
  `bias=False` there is none, and the attribute is `None`.

The parameters are found by optimizers and saved in `state_dict()`, under these
two names only, and nothing else is. A layer may be copied (`copy.deepcopy`)
and made float64, and computes with its own weights then. You need not write
the gradient; it comes by itself, in `eval()` as well, if the parameters are
parameters and `forward` does not leave the framework.

For example, `LinearLayer(13, 1)` has 14 numbers to learn, and maps
`(404, 13)` to `(404, 1)`.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 20 · Difficulty: 2
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
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Map (n, in_features) to (n, out_features)."""
        raise NotImplementedError
