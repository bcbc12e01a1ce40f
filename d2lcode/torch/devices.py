"""Which device does the work."""

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


def half_precision(device: torch.device) -> torch.dtype:
    """The half-width type that mixed precision computes in on a device."""
    return torch.float16 if device.type == "cuda" else torch.bfloat16
