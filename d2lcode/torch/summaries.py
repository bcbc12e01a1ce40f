"""What a model is made of: layers, shapes, parameters."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

from d2lcode._summary import Row, Summary, checked_shape


def _count(parameters: Iterable[nn.Parameter]) -> tuple[int, int]:
    """How many numbers there are, and how many of them are trainable."""
    sizes = [(p.numel(), p.requires_grad) for p in parameters]
    return sum(n for n, _ in sizes), sum(n for n, trains in sizes if trains)


def summary(
    model: nn.Module, input_shape: tuple[int, ...], dtype: Any = None
) -> Summary:
    """Pass zeros through a model and note each layer's output.

    Parameters that layers share are counted once in the totals. Running
    statistics, as of batch normalisation, are no parameters.

    Args:
        model: stays as it is; it runs in inference mode.
        input_shape: with the batch, such as (1, 1, 28, 28).
        dtype: of the zeros; torch.int64 for a model that takes tokens.

    Raises:
        ValueError: if input_shape is no shape.
    """
    first = next(model.parameters(), torch.empty(0))
    zeros = torch.zeros(
        checked_shape(input_shape), dtype=dtype, device=first.device
    )
    rows: list[Row] = []
    leaves = {
        name or type(model).__name__: layer
        for name, layer in model.named_modules()
        if not any(True for _ in layer.children())
    }
    hooks = [_watch(name, layer, rows) for name, layer in leaves.items()]
    modes = [(layer, layer.training) for layer in model.modules()]
    try:
        with torch.no_grad():
            model.eval()(zeros)
    finally:
        for hook in hooks:
            hook.remove()
        for layer, training in modes:
            layer.training = training
    return Summary(tuple(rows), *_count(model.parameters()))


def _watch(
    name: str, layer: nn.Module, rows: list[Row]
) -> torch.utils.hooks.RemovableHandle:
    """Add a row whenever the layer is called."""

    def note(layer: nn.Module, _: object, output: Any) -> None:
        first = output[0] if isinstance(output, tuple | list) else output
        shape = tuple(first.shape)
        counts = _count(layer.parameters())
        rows.append(Row(name, type(layer).__name__, shape, *counts))

    return layer.register_forward_hook(note)
