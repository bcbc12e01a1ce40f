"""What both twins refuse when several processes train one model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def refuse_trained_loss(loss: object, parameters: Iterable[object]) -> None:
    """Refuse a loss with parameters; raises ValueError."""
    if any(True for _ in parameters):
        raise ValueError(
            f"loss is a {type(loss).__name__} with parameters of its own; "
            "expected one without under several processes, which average "
            "the gradients of the model's parameters only: make the loss's "
            "a part of the model"
        )


def refuse_unlike(name: str, values: Sequence[object]) -> None:
    """Refuse values by rank that are not all the same; ValueError."""
    for rank, value in enumerate(values):
        if value != values[0]:
            raise ValueError(
                f"{name} is {value!r} in process {rank} and {values[0]!r} "
                "in process 0; expected the same in all processes"
            )


def refuse_other_arguments(arguments: Sequence[Mapping[str, Any]]) -> None:
    """Refuse arguments by rank of which one is not the same everywhere."""
    for name in arguments[0]:
        refuse_unlike(name, [those.get(name) for those in arguments])
