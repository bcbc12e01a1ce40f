"""With binary cross-entropy, and targets written out."""

import paddle
from paddle import nn


def discriminator_loss(
    real: paddle.Tensor, fake: paddle.Tensor, smooth: float = 0.0
) -> paddle.Tensor:
    """What the discriminator descends on.

    Args:
        real: logits of real examples, any shape.
        fake: logits of generated ones, any shape.
        smooth: s, by which the target of the real ones is below 1.

    Returns:
        The sum of the two means, of shape ().
    """
    of_real = nn.functional.binary_cross_entropy_with_logits(
        real, paddle.full_like(real, 1 - smooth)
    )
    of_fake = nn.functional.binary_cross_entropy_with_logits(
        fake, paddle.full_like(fake, 0.0)
    )
    return of_real + of_fake


def generator_loss(
    fake: paddle.Tensor, saturating: bool = False
) -> paddle.Tensor:
    """What the generator descends on.

    Args:
        fake: logits of generated examples, any shape.
        saturating: log(1 - D) in place of -log D.

    Returns:
        The mean, of shape ().
    """
    target = 0.0 if saturating else 1.0
    loss = nn.functional.binary_cross_entropy_with_logits(
        fake, paddle.full_like(fake, target)
    )
    return -loss if saturating else loss
