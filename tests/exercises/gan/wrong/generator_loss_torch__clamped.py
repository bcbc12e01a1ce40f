"""Large logits are clipped, and with them the gradient.

caught by: test_a_discriminator_that_is_sure
says: Are large logits clipped?
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
    fake = torch.clamp(fake, -5000.0, 30.0)
    if saturating:
        return -nn.functional.softplus(fake).mean()
    return nn.functional.softplus(-fake).mean()
