"""stack_below fills a buffer that lies on the CPU, whatever the device.

caught by: test_all_stay_on_their_device
says: stack_below copies
"""

import torch


def column_means(x):
    return x.mean(dim=0, keepdim=True)


def row_maxima(x):
    return x.amax(dim=1)


def spread(x):
    return x.std(dim=0, correction=0)


def stack_below(a, b):
    rows = torch.empty(len(a) + len(b), a.shape[1])
    rows[: len(a)] = a
    rows[len(a) :] = b
    return rows


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
