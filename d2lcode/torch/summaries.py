"""What a model is made of: layers, shapes, parameters."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence

from d2lcode._structures import each, inside
from d2lcode._summary import Row, Summary, checked_shape, example


def _count(parameters: Iterable[nn.Parameter]) -> tuple[int, int]:
    """How many numbers there are, and how many of them are trainable."""
    sizes = [(p.numel(), p.requires_grad) for p in parameters]
    return sum(n for n, _ in sizes), sum(n for n, trains in sizes if trains)


def summary(model: nn.Module, input_shape: Any, dtype: Any = None) -> Summary:
    """Pass zeros through a model and note each layer's first output.

    Parameters that layers share are counted once in the totals. Running
    statistics, as of batch normalisation, are no parameters.

    Args:
        model: stays as it is; it runs in inference mode.
        input_shape: with the batch, such as (1, 1, 28, 28); or a tuple or
            dict of shapes for a model that takes one of arrays, or
            `Padded((n, t), (n,))` for sequences.
        dtype: of the zeros; torch.int64 for a model that takes tokens, or
            a structure of types like that of shapes.

    Raises:
        ValueError: if input_shape is no shape.
    """
    first = next(model.parameters(), torch.empty(0))

    def zeros(shape: tuple[int, ...], kind: Any) -> Tensor:
        return torch.zeros(shape, dtype=kind, device=first.device)

    inputs = example(checked_shape(input_shape), dtype, zeros)
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
            model.eval()(each(_tensor, inputs))
    finally:
        for hook in hooks:
            hook.remove()
        for layer, training in modes:
            layer.training = training
    return Summary(tuple(rows), *_count(model.parameters()))


def _tensor(part: Any) -> Tensor:
    """Lengths, which come as an array, as PyTorch wants them: on the CPU."""
    return torch.as_tensor(part)


def _shape(output: Any) -> tuple[int, ...]:
    """Of the first output; of packed sequences as if they were padded."""
    while isinstance(output, tuple | list | dict):
        if isinstance(output, PackedSequence):
            steps, n = len(output.batch_sizes), int(output.batch_sizes[0])
            return n, steps, *output.data.shape[1:]
        output = inside(output, "")[0][1]
    return tuple(output.shape)


def _watch(
    name: str, layer: nn.Module, rows: list[Row]
) -> torch.utils.hooks.RemovableHandle:
    """Add a row when the layer is called for the first time."""

    def note(layer: nn.Module, _: object, output: Any) -> None:
        if any(row.name == name for row in rows):
            return
        counts = _count(layer.parameters())
        rows.append(Row(name, type(layer).__name__, _shape(output), *counts))

    return layer.register_forward_hook(note)
