"""A view as one row, which turned logits do not have.

caught by: test_any_shape_and_double_precision
says: Use .reshape(...)
"""

from torch.nn import functional


def discriminator_loss(real, fake, smooth=0.0):
    real, fake = real.view(-1), fake.view(-1)
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
