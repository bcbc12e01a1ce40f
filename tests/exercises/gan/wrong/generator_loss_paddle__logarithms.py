"""The logarithm of a probability that is rounded to 0.

caught by: test_a_discriminator_that_is_sure
says: compute with the logits themselves
"""

import paddle


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
    d, g = 1 / (1 + paddle.exp(-real)), 1 / (1 + paddle.exp(-fake))
    cost = -(1 - smooth) * paddle.log(d) - smooth * paddle.log(1 - d)
    return cost.mean() - paddle.log(1 - g).mean()


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
    d = 1 / (1 + paddle.exp(-fake))
    if saturating:
        return paddle.log(1 - d).mean()
    return -paddle.log(d).mean()
