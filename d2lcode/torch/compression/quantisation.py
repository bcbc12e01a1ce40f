"""Eight-bit networks by PyTorch's own tools, `torch.ao.quantization`.

Weights have a scale for each output, and as many bits as you say; inputs
of layers have seven bits, because the fast instruction of older x86
processors adds pairs of products in sixteen.
"""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.ao import quantization as tools
from torch.ao.nn import quantized

WEIGHTED = nn.Conv2d, nn.Linear
ACTIVATION: Any = {"dtype": torch.quint8, "quant_min": 0, "quant_max": 127}


def _weight(bits: int) -> dict[str, Any]:
    if not 2 <= bits <= 8:
        raise ValueError(f"weight_bits is {bits}; expected 2 to 8")
    top = 2 ** (bits - 1) - 1
    scheme = torch.per_channel_symmetric
    limits = {"quant_min": -top, "quant_max": top}
    return {"dtype": torch.qint8, "qscheme": scheme, **limits}


def _wrapped(model: nn.Module) -> tuple[nn.Module, list[list[str]]]:
    """A copy that quantises its input, and its layers that a ReLU follows."""
    copy = tools.QuantWrapper(deepcopy(model).cpu())
    leaves = [(n, m) for n, m in copy.named_modules() if not [*m.children()]]
    pairs = [
        [name, after]
        for (name, layer), (after, follower) in pairwise(leaves)
        if isinstance(layer, WEIGHTED) and isinstance(follower, nn.ReLU)
    ]
    return copy, pairs


def post_training(
    model: nn.Module, x: np.ndarray, weight_bits: int = 8
) -> nn.Module:
    """A quantised copy of a trained model, which computes on the CPU.

    Args:
        model: made of convolutions, dense layers, ReLU and pooling.
        x: inputs that show how large the numbers between layers become.
        weight_bits: of the weights; what has fewer than 8 is kept in 8.

    Raises:
        ValueError: if weight_bits is not from 2 to 8.
    """
    config = tools.QConfig(
        activation=tools.MinMaxObserver.with_args(**ACTIVATION),
        weight=tools.PerChannelMinMaxObserver.with_args(
            **_weight(weight_bits)
        ),
    )
    copy, pairs = _wrapped(model)
    fused = tools.fuse_modules(copy.eval(), pairs)
    fused.qconfig = config
    observed = tools.prepare(fused)
    with torch.no_grad():
        observed(torch.from_numpy(x))
    return tools.convert(observed)


def aware(model: nn.Module, weight_bits: int = 8) -> nn.Module:
    """A copy that rounds as a quantised model will, ready to be trained.

    Args:
        model: made of convolutions, dense layers, ReLU and pooling.
        weight_bits: of the weights.

    Raises:
        ValueError: if weight_bits is not from 2 to 8.
    """
    rounded = tools.FakeQuantize.with_args
    config = tools.QConfig(
        activation=rounded(
            observer=tools.MovingAverageMinMaxObserver,
            averaging_constant=0.1,
            **ACTIVATION,
        ),
        weight=rounded(
            observer=tools.MovingAveragePerChannelMinMaxObserver,
            averaging_constant=1.0,  # the weights as they are now
            **_weight(weight_bits),
        ),
    )
    copy, pairs = _wrapped(model)
    fused = tools.fuse_modules_qat(copy.train(), pairs)
    fused.qconfig = config
    return tools.prepare_qat(fused)


def converted(model: nn.Module) -> nn.Module:
    """The quantised model that a trained one from `aware` has become."""
    return tools.convert(deepcopy(model).cpu().eval())


def int8_arrays(model: nn.Module) -> dict[str, np.ndarray]:
    """What a quantised model has to store, by name.

    Returns:
        For each layer `weight` in int8, outputs first, the weight's
        `scale`, `bias`, and the `input_scale` and `input_zero_point`.
    """
    arrays: dict[str, np.ndarray] = {}
    first: Any = model.quant
    grid = first.scale, first.zero_point
    for name, layer in model.named_modules():
        if isinstance(layer, (quantized.Conv2d, quantized.Linear)):
            name = name.removeprefix("module.")
            arrays |= _arrays(name, layer, grid)
            grid = torch.tensor(layer.scale), torch.tensor(layer.zero_point)
    return arrays


def _arrays(
    name: str, layer: Any, grid: tuple[torch.Tensor, torch.Tensor]
) -> dict[str, np.ndarray]:
    weight = layer.weight()
    return {
        f"{name}.weight": weight.int_repr().numpy(),
        f"{name}.scale": weight.q_per_channel_scales().float().numpy(),
        f"{name}.bias": layer.bias().detach().numpy(),
        f"{name}.input_scale": grid[0].float().numpy().reshape(()),
        f"{name}.input_zero_point": grid[1].int().numpy().reshape(()),
    }
