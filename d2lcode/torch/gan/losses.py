"""What the two networks of a GAN descend on, and the clip of WGAN.

Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661, and
Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875.
"""

import torch
from torch import Tensor, nn

from d2lcode._checks import positive


def discriminator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """The mean of -log D(real), plus the mean of -log(1 - D(fake)).

    Args:
        real: logits of real examples, any shape.
        fake: logits of generated ones, any shape.
    """
    of_real = nn.functional.softplus(-real).mean()
    return of_real + nn.functional.softplus(fake).mean()


def generator_loss(fake: Tensor) -> Tensor:
    """The non-saturating loss, the mean of -log D(fake).

    Args:
        fake: logits of generated examples, any shape.
    """
    return nn.functional.softplus(-fake).mean()


def critic_loss(real: Tensor, fake: Tensor) -> Tensor:
    """The mean score of generated examples less that of real ones.

    Args:
        real: scores of real examples, any shape.
        fake: scores of generated ones, any shape.
    """
    return fake.mean() - real.mean()


def mean_score_loss(fake: Tensor) -> Tensor:
    """What the generator of a WGAN descends on: its mean score, negated.

    Args:
        fake: scores of generated examples, any shape.
    """
    return -fake.mean()


@torch.no_grad()
def clip_weights(model: nn.Module, limit: float) -> None:
    """Bring every parameter back between -limit and limit, in place.

    Raises:
        ValueError: if the limit is not above 0.
    """
    positive("limit", limit)
    for parameter in model.parameters():
        parameter.clamp_(-limit, limit)
