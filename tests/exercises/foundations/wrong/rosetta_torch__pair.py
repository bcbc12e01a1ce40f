"""The maxima with their places.

caught by: test_row_maxima
says: a pair, the values and their places
"""

import torch


def column_means(x: torch.Tensor) -> torch.Tensor:
    return x.mean(dim=0, keepdim=True)


def row_maxima(x: torch.Tensor) -> torch.Tensor:
    return x.max(dim=1)


def spread(x: torch.Tensor) -> torch.Tensor:
    return x.std(dim=0, correction=0)


def stack_below(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return torch.cat([a, b], dim=0)


def channels_first(x: torch.Tensor) -> torch.Tensor:
    return x.permute(0, 3, 1, 2)


def one_hot(labels: torch.Tensor, k: int) -> torch.Tensor:
    return torch.eye(k, device=labels.device)[labels]


def share_right(hits: torch.Tensor) -> torch.Tensor:
    return hits.to(torch.float32).mean()


def backwards(x: torch.Tensor) -> torch.Tensor:
    return x.flip(0)


def each_twice(x: torch.Tensor) -> torch.Tensor:
    return x.repeat_interleave(2)


def middle(x: torch.Tensor) -> torch.Tensor:
    return x.quantile(0.5)
