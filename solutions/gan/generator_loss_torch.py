r"""What do the two players pay? The answer.

With $D = \sigma(z)$, both logarithms are one function, *softplus*:
$-\log D = \log(1 + e^{-z})$ and $-\log(1 - D) = \log(1 + e^{z})$. The
framework computes it without ever forming $e^{3000}$, or a $D$ that is rounded
to 0 and has no logarithm. `log(sigmoid(z))` is right for small logits and
infinite as soon as the discriminator is sure, which is what it is trained for.

The two means are taken apart, so that the same weight falls on real and on
generated examples however many there are of each.
"""

import torch
from torch import nn


def discriminator_loss(
    real: torch.Tensor, fake: torch.Tensor, smooth: float = 0.0
) -> torch.Tensor:
    """What the discriminator descends on.

    Args:
        real: logits of real examples, any shape.
        fake: logits of generated ones, any shape.
        smooth: s, by which the target of the real ones is below 1.

    Returns:
        The sum of the two means, of shape ().
    """
    of_real = (1 - smooth) * nn.functional.softplus(
        -real
    ) + smooth * nn.functional.softplus(real)
    return of_real.mean() + nn.functional.softplus(fake).mean()


def generator_loss(
    fake: torch.Tensor, saturating: bool = False
) -> torch.Tensor:
    """What the generator descends on.

    Args:
        fake: logits of generated examples, any shape.
        saturating: log(1 - D) in place of -log D.

    Returns:
        The mean, of shape ().
    """
    if saturating:
        return -nn.functional.softplus(fake).mean()
    return nn.functional.softplus(-fake).mean()
