"""Which device does the work."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, Literal

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


def precision(
    device: str, mixed: bool
) -> tuple[Callable[[], AbstractContextManager[Any]], paddle.amp.GradScaler]:
    """How to compute: the context of a forward pass, and a loss scaler.

    Args:
        device: where the work is done.
        mixed: half precision where that is safe: float16 on a GPU, whose
            small gradients the scaler saves. On the CPU Paddle warns that
            it computes in single precision all the same.
    """
    gpu = device.startswith("gpu")
    scaler = paddle.amp.GradScaler(enable=mixed and gpu)
    if not mixed:
        return nullcontext, scaler
    half: Literal["float16", "bfloat16"] = "float16" if gpu else "bfloat16"
    return partial(paddle.amp.auto_cast, dtype=half), scaler
