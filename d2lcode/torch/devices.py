"""Which device does the work."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

import torch


def _best() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _own(device: torch.device) -> torch.device:
    """Of the GPUs of a machine, that of this process."""
    local = os.environ.get("LOCAL_RANK")
    if device.type != "cuda" or device.index is not None or local is None:
        return device
    torch.cuda.set_device(int(local))
    return torch.device("cuda", int(local))


def choose_device(device: str | torch.device | None = None) -> torch.device:
    """The device of that name, or without a name the fastest there is.

    Args:
        device: such as "cpu", "cuda", "cuda:1" or "mps"; None takes CUDA
            before MPS before the CPU. Of several GPUs, "cuda" is the one
            that torchrun has meant for this process.

    Raises:
        ValueError: if there is no such device here.
    """
    try:
        chosen = _own(torch.device(_best() if device is None else device))
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


def free_memory(device: torch.device) -> int:
    """Bytes that a GPU has left; 0 for the CPU, to which nothing moves."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    if device.type == "mps":
        taken = torch.mps.driver_allocated_memory()
        return torch.mps.recommended_max_memory() - taken
    return 0


def has_bfloat16(device: torch.device) -> bool:
    """Whether the device itself computes in bfloat16; the CPU always can."""
    if device.type != "cuda":
        return True
    with torch.cuda.device(device):
        return torch.cuda.is_bf16_supported(including_emulation=False)


def precision(
    device: torch.device, mixed: bool
) -> tuple[Callable[[], AbstractContextManager[Any]], torch.amp.GradScaler]:
    """How to compute: the context of a forward pass, and a loss scaler.

    Args:
        device: where the work is done.
        mixed: half precision: bfloat16, which reaches as far as float32
            does, where the device has it; else float16, whose small
            gradients the scaler saves.
    """
    half = torch.bfloat16 if has_bfloat16(device) else torch.float16
    needed = mixed and half is torch.float16
    scaler = torch.amp.GradScaler(device.type, enabled=needed)
    if not mixed:
        return nullcontext, scaler
    return partial(torch.autocast, device.type, half), scaler


def updated(scaler: torch.amp.GradScaler) -> bool:
    """Update the scaler; whether the optimizer took its step.

    It skips a step whose scaled gradients overflow, and the scaler then
    lowers its scale. Where float16 needs a scaler, the device is waited
    for; one that is switched off costs nothing.
    """
    before = scaler.get_scale()
    scaler.update()
    return scaler.get_scale() >= before
