"""What a model is made of: layers, shapes, parameters."""

from collections.abc import Iterable
from typing import Any

import paddle
from paddle import Tensor, nn

from d2lcode._summary import Row, Summary, checked_shape

# Paddle lists running statistics among the parameters, under these names.
STATISTICS = "_mean", "_variance", "weight_u", "weight_v"


def _count(named: Iterable[tuple[str, Tensor]]) -> tuple[int, int]:
    """How many numbers there are, and how many of them are trainable."""
    sizes = [
        (int(p.size), not p.stop_gradient)
        for name, p in named
        if name.split(".")[-1] not in STATISTICS
    ]
    return sum(n for n, _ in sizes), sum(n for n, trains in sizes if trains)


def summary(
    model: nn.Layer, input_shape: tuple[int, ...], dtype: Any = None
) -> Summary:
    """Pass zeros through a model and note each layer's output.

    Parameters that layers share are counted once in the totals. Running
    statistics, as of batch normalisation, are no parameters.

    Args:
        model: stays as it is; it runs in inference mode.
        input_shape: with the batch, such as (1, 1, 28, 28).
        dtype: of the zeros; "int64" for a model that takes tokens.

    Raises:
        ValueError: if input_shape is no shape.
    """
    zeros = paddle.zeros(checked_shape(input_shape), dtype=dtype)
    rows: list[Row] = []
    leaves = {
        name or type(model).__name__: layer
        for name, layer in model.named_sublayers(include_self=True)
        if not any(True for _ in layer.children())
    }
    hooks = [_watch(name, layer, rows) for name, layer in leaves.items()]
    layers = model.sublayers(include_self=True)
    modes = [(layer, layer.training) for layer in layers]
    try:
        model.eval()
        with paddle.no_grad():
            model(zeros)
    finally:
        for hook in hooks:
            hook.remove()
        for layer, training in modes:
            layer.training = training
    return Summary(tuple(rows), *_count(model.named_parameters()))


def _kind(layer: nn.Layer) -> str:
    """The layer's class as both twins spell it: `Conv2d` for `Conv2D`."""
    name = type(layer).__name__
    return name[:-1] + "d" if name.endswith(("1D", "2D", "3D")) else name


def _watch(name: str, layer: nn.Layer, rows: list[Row]) -> Any:
    """Add a row whenever the layer is called."""

    def note(layer: nn.Layer, _: Any, output: Any) -> Any:
        first = output[0] if isinstance(output, tuple | list) else output
        shape = tuple(int(n) for n in first.shape)
        counts = _count(layer.named_parameters())
        rows.append(Row(name, _kind(layer), shape, *counts))

    return layer.register_forward_post_hook(note)
