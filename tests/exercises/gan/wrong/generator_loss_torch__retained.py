"""It asks for gradients of logits that nobody follows.

caught by: test_any_shape_and_double_precision
says: can't retain_grad
"""

from torch.nn import functional


def discriminator_loss(real, fake, smooth=0.0):
    real.retain_grad()
    r = (1 - smooth) * functional.softplus(
        -real
    ) + smooth * functional.softplus(real)
    return r.mean() + functional.softplus(fake).mean()


def generator_loss(fake, saturating=False):
    return (
        -functional.softplus(fake).mean()
        if saturating
        else functional.softplus(-fake).mean()
    )
