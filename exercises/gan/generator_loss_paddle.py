r"""What do the two players pay?

A discriminator gives logits $z$, and with them believes an example to be real
with probability $D = \sigma(z)$. Write what the two networks descend on:

- `discriminator_loss(real, fake, smooth=0.0)`: the mean of
  $-(1-s)\log D - s\log(1-D)$ over the real examples, plus the mean of
  $-\log(1-D)$ over the generated ones. `smooth` is $s$, from 0 to 0.5: with
  0.1 the discriminator is to believe in a real example with 0.9 only, which
  keeps it from growing too sure. Generated examples are never smoothed.
- `generator_loss(fake, saturating=False)`: the non-saturating loss, the mean
  of $-\log D$ over generated examples, or with `saturating=True` the mean of
  $\log(1-D)$.

`real` and `fake` are tensors of logits of your framework, float32 or float64,
of any shape, at least one number each, and not always equally many. Return a
tensor of shape `()` and of their type, through which gradients flow; the
tensors themselves stay as they are. Logits may be several thousand: losses and
gradients must then be right, too, and never infinite.

For example, for `real` and `fake` both `[[0.0]]`, the discriminator's loss is
$2 \log 2 = 1.3863$, with any `smooth`.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 12 · Difficulty: 2
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
    raise NotImplementedError


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
    raise NotImplementedError
