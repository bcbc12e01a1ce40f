"""Which device does the work."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

import torch


def _best() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def choose_device(device: str | torch.device | None = None) -> torch.device:
    """The device of that name, or without a name the fastest there is.

    Args:
        device: such as "cpu", "cuda", "cuda:1" or "mps"; None takes CUDA
            before MPS before the CPU.

    Raises:
        ValueError: if there is no such device here.
    """
    try:
        chosen = torch.device(_best() if device is None else device)
        torch.empty(0, device=chosen)
    except (RuntimeError, AssertionError, TypeError) as error:
        raise ValueError(
            f"device is {device!r}; expected one that is here, such as "
            f"{_best()!r}"
        ) from error
    return chosen


def device_of(model: torch.nn.Module) -> torch.device:
    """Where the model's first parameter lies; the CPU if it has none."""
    first = next(model.parameters(), None)
    return torch.device("cpu") if first is None else first.device


def precision(
    device: torch.device, mixed: bool
) -> tuple[Callable[[], AbstractContextManager[Any]], torch.amp.GradScaler]:
    """How to compute: the context of a forward pass, and a loss scaler.

    Args:
        device: where the work is done.
        mixed: half precision where that is safe: float16 on CUDA, whose
            small gradients the scaler saves; bfloat16, which needs no
            scaler, elsewhere.
    """
    cuda = device.type == "cuda"
    scaler = torch.amp.GradScaler(device.type, enabled=mixed and cuda)
    if not mixed:
        return nullcontext, scaler
    half = torch.float16 if cuda else torch.bfloat16
    return partial(torch.autocast, device.type, half), scaler
