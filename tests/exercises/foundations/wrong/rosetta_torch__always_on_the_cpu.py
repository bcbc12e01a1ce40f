"""The table of zeros is made on the CPU.

caught by: test_whole_numbers_stay_on_their_device
says: Make it where the argument is
"""

import torch


def column_means(x: torch.Tensor) -> torch.Tensor:
    """The mean of each column, (n, d) to (1, d)."""
    return x.mean(dim=0, keepdim=True)


def row_maxima(x: torch.Tensor) -> torch.Tensor:
    """The greatest of each row, (n, d) to (n,)."""
    return x.amax(dim=1)


def spread(x: torch.Tensor) -> torch.Tensor:
    """The standard deviation of each column, over n: (n, d) to (d,)."""
    return x.std(dim=0, correction=0)


def stack_below(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The rows of a, then those of b: (n, d), (m, d) to (n + m, d)."""
    return torch.cat([a, b], dim=0)


def channels_first(x: torch.Tensor) -> torch.Tensor:
    """Put the channels second: (n, h, w, c) to (n, c, h, w)."""
    return x.permute(0, 3, 1, 2)


def one_hot(labels: torch.Tensor, k: int) -> torch.Tensor:
    """A one at each label: (n,) to (n, k), float32."""
    zeros = torch.zeros(len(labels), k)
    return zeros.scatter_(1, labels[:, None], 1.0)


def share_right(hits: torch.Tensor) -> torch.Tensor:
    """The share of ones among zeros and ones, float32, ()."""
    return hits.to(torch.float32).mean()


def backwards(x: torch.Tensor) -> torch.Tensor:
    """The first axis from its end to its start."""
    return x.flip(0)


def each_twice(x: torch.Tensor) -> torch.Tensor:
    """Each number twice: (n,) to (2 n,)."""
    return x.repeat_interleave(2)


def middle(x: torch.Tensor) -> torch.Tensor:
    """The median; of an even number, the mean of the middle two."""
    return x.quantile(0.5)
