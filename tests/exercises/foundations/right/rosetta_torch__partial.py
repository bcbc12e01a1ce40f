"""Ready functions with an argument filled in, and an object to call."""

from functools import partial

import torch

column_means = partial(torch.mean, dim=0, keepdim=True)


def row_maxima(x):
    return x.amax(dim=1)


def spread(x):
    return x.std(dim=0, correction=0)


def stack_below(a, b):
    return torch.cat([a, b])


def channels_first(x):
    return x.permute(0, 3, 1, 2)


class Encoder:
    def __call__(self, labels, k):
        return torch.eye(k, device=labels.device).index_select(0, labels)


one_hot = Encoder()


share_right = partial(torch.mean, dtype=torch.float32)


backwards = partial(torch.flip, dims=(0,))


def each_twice(x):
    return x.repeat_interleave(2)


def middle(x):
    return x.quantile(0.5)
