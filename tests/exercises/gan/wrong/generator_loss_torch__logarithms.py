"""The logarithm of a probability that is rounded to 0.

caught by: test_a_discriminator_that_is_sure
says: compute with the logits themselves
"""

import torch


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
    d, g = 1 / (1 + torch.exp(-real)), 1 / (1 + torch.exp(-fake))
    cost = -(1 - smooth) * torch.log(d) - smooth * torch.log(1 - d)
    return cost.mean() - torch.log(1 - g).mean()


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
    d = 1 / (1 + torch.exp(-fake))
    if saturating:
        return torch.log(1 - d).mean()
    return -torch.log(d).mean()
