"""It asks for gradients of logits that nobody follows.

caught by: test_any_shape_and_double_precision
says: can't retain_grad
"""

import torch.nn.functional as F


def discriminator_loss(real, fake, smooth=0.0):
    real.retain_grad()
    r = (1 - smooth) * F.softplus(-real) + smooth * F.softplus(real)
    return r.mean() + F.softplus(fake).mean()


def generator_loss(fake, saturating=False):
    return -F.softplus(fake).mean() if saturating else F.softplus(-fake).mean()
