"""spread multiplies by weights made on the CPU.

caught by: test_all_stay_on_their_device
says: I called spread
"""

import torch


def column_means(x):
    return x.mean(dim=0, keepdim=True)


def row_maxima(x):
    return x.amax(dim=1)


def spread(x):
    w = torch.full((1, len(x)), 1 / len(x))
    m = w @ x
    return (w @ (x - m) ** 2)[0].sqrt()


def stack_below(a, b):
    return torch.cat([a, b])


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def one_hot(labels, k):
    return (labels[:, None] == torch.arange(k, device=labels.device)).float()


def share_right(hits):
    return hits.float().mean()


def backwards(x):
    return x.flip(0)


def each_twice(x):
    return x.repeat_interleave(2)


def middle(x):
    return x.quantile(0.5)
