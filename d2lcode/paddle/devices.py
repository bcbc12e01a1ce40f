"""Which device does the work."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, Literal

import numpy as np
import paddle


def choose_device(device: str | None = None) -> str:
    """Make the device of that name PaddlePaddle's current one.

    Args:
        device: such as "cpu", "gpu" or "gpu:1"; None leaves the current
            one, which from the start is the GPU if there is one.

    Returns:
        The device's name, such as "gpu:0".

    Raises:
        ValueError: if there is no such device here.
    """
    if device is None:
        return paddle.get_device()
    try:
        paddle.set_device(device)
    except (ValueError, TypeError, AttributeError, RuntimeError) as error:
        raise ValueError(
            f"device is {device!r}; expected one that is here, such as "
            f"{paddle.get_device()!r}"
        ) from error
    return paddle.get_device()


def device_of(model: paddle.nn.Layer) -> str:
    """Where the model's first parameter lies; the CPU if it has none."""
    first = next(iter(model.parameters()), None)
    if first is None or not first.place.is_gpu_place():
        return "cpu"
    return f"gpu:{first.place.gpu_device_id()}"


def put_on(model: paddle.nn.Layer, device: str) -> None:
    """Move a model to a device.

    A recurrent layer has a place for the state of its dropout, which stays
    empty until it is first called; `Layer.to` stumbles over it.
    """
    empty = [
        (layer._buffers, name, buffer)
        for layer in model.sublayers(include_self=True)
        for name, buffer in layer._buffers.items()
        if buffer is not None and not buffer._is_initialized()
    ]
    for buffers, name, _ in empty:
        buffers[name] = None
    model.to(device)
    for buffers, name, buffer in empty:
        buffers[name] = buffer


def free_memory(device: str) -> int:
    """Bytes that a GPU has left; 0 for the CPU, to which nothing moves.

    Paddle does not know what other processes have taken of it.
    """
    if not device.startswith("gpu"):
        return 0
    whole = paddle.device.cuda.get_device_properties(device).total_memory
    return whole - paddle.device.cuda.memory_reserved(device)


def has_bfloat16(device: str) -> bool:
    """Whether mixed precision is bfloat16 there; on the CPU it always is."""
    gpu = device.startswith("gpu")
    return not gpu or paddle.amp.is_bfloat16_supported(device)


def precision(
    device: str, mixed: bool
) -> tuple[Callable[[], AbstractContextManager[Any]], paddle.amp.GradScaler]:
    """How to compute: the context of a forward pass, and a loss scaler.

    Args:
        device: where the work is done.
        mixed: half precision: bfloat16, which reaches as far as float32
            does, where the device has it; else float16, whose small
            gradients the scaler saves. On the CPU Paddle warns that it
            computes in single precision all the same.
    """
    half: Literal["float16", "bfloat16"]
    half = "bfloat16" if has_bfloat16(device) else "float16"
    needed = mixed and half == "float16"
    scaler = paddle.amp.GradScaler(enable=needed)
    if not mixed:
        return nullcontext, scaler
    return partial(paddle.amp.auto_cast, dtype=half), scaler


def updated(scaler: paddle.amp.GradScaler) -> bool:
    """Update the scaler; whether the optimizer took its step.

    It skips a step whose scaled gradients overflow, and the scaler then
    lowers its scale. Where float16 needs a scaler, the device is waited
    for; one that is switched off costs nothing.
    """
    before = _scale(scaler)
    scaler.update()
    return _scale(scaler) >= before


def _scale(scaler: paddle.amp.GradScaler) -> float:
    """The scale; 1 of a scaler that is switched off, which has no state."""
    return float(np.max(scaler.state_dict().get("scale", 1.0)))
