"""A view as one row, which turned logits do not have.

caught by: test_any_shape_and_double_precision
says: Use .reshape(...)
"""

import torch.nn.functional as F


def discriminator_loss(real, fake, smooth=0.0):
    real, fake = real.view(-1), fake.view(-1)
    r = (1 - smooth) * F.softplus(-real) + smooth * F.softplus(real)
    return r.mean() + F.softplus(fake).mean()


def generator_loss(fake, saturating=False):
    return -F.softplus(fake).mean() if saturating else F.softplus(-fake).mean()
