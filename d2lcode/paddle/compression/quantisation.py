"""Eight-bit networks by Paddle's own tools, `paddle.quantization`.

Weights have one scale for each layer, and as many bits as you say; inputs
of layers have eight bits and, like the weights, the zero point 0. What
comes out computes in float32 with numbers that eight bits could hold.
"""

from typing import Any

import numpy as np
import paddle
from paddle import Tensor, nn
from paddle.nn.quant.format import ConvertibleQuantedLayer
from paddle.quantization import PTQ, QAT, QuantConfig
from paddle.quantization.factory import ObserverFactory, QuanterFactory
from paddle.quantization.observers import AbsmaxObserver
from paddle.quantization.quanters import FakeQuanterWithAbsMaxObserver

WEIGHTED = nn.Conv2D, nn.Linear


def _check(bits: int) -> int:
    if not 2 <= bits <= 8:
        raise ValueError(f"weight_bits is {bits}; expected 2 to 8")
    return bits


def _config(
    activation: ObserverFactory | QuanterFactory,
    weight: ObserverFactory | QuanterFactory,
) -> QuantConfig:
    config = QuantConfig(activation=None, weight=None)
    config.add_type_config(
        list(WEIGHTED), activation=activation, weight=weight
    )
    return config


class _WithZeroPoint(FakeQuanterWithAbsMaxObserver):
    """Paddle 3.3 forgets this quanter's zero point, and cannot convert it."""

    def _get_class(self) -> type:
        class Quanter(super()._get_class()):  # type: ignore[misc]
            def zero_points(self) -> Tensor:
                return paddle.zeros_like(self.scales())

        return Quanter


def post_training(
    model: nn.Layer, x: np.ndarray, weight_bits: int = 8
) -> nn.Layer:
    """A quantised copy of a trained model.

    Args:
        model: made of convolutions, dense layers, ReLU and pooling.
        x: inputs that show how large the numbers between layers become.
        weight_bits: of the weights; what has fewer than 8 is kept in 8.

    Raises:
        ValueError: if weight_bits is not from 2 to 8.
    """
    weight = AbsmaxObserver(quant_bits=_check(weight_bits))
    tool = PTQ(_config(AbsmaxObserver(quant_bits=8), weight))
    training = model.training
    model.eval()
    observed = tool.quantize(model, inplace=False)
    model.training = training
    with paddle.no_grad():
        observed(paddle.to_tensor(x))
    return tool.convert(observed, inplace=False)


def aware(model: nn.Layer, weight_bits: int = 8) -> nn.Layer:
    """A copy that rounds as a quantised model will, ready to be trained.

    Args:
        model: made of convolutions, dense layers, ReLU and pooling.
        weight_bits: of the weights.

    Raises:
        ValueError: if weight_bits is not from 2 to 8.
    """
    activation = _WithZeroPoint(moving_rate=0.9, bit_length=8)
    weight = _WithZeroPoint(moving_rate=0.0, bit_length=_check(weight_bits))
    model.train()
    return QAT(_config(activation, weight)).quantize(model, inplace=False)


def converted(model: nn.Layer) -> nn.Layer:
    """The quantised model that a trained one from `aware` has become."""
    model.eval()
    return QAT(QuantConfig(None, None)).convert(model, inplace=False)


def int8_arrays(model: nn.Layer) -> dict[str, np.ndarray]:
    """What a quantised model has to store, by name.

    Returns:
        For each layer `weight` in int8, outputs first, the weight's
        `scale`, `bias`, and the `input_scale` and `input_zero_point`.
    """
    arrays: dict[str, np.ndarray] = {}
    for name, layer in model.named_sublayers():
        if isinstance(layer, ConvertibleQuantedLayer):
            arrays |= _arrays(name, layer)
    return arrays


def _arrays(name: str, layer: Any) -> dict[str, np.ndarray]:
    weight = layer.weight.numpy().astype(np.int8)
    outputs_first = weight.T if weight.ndim == 2 else weight
    inputs = layer.activation_quanter._quanter
    return {
        f"{name}.weight": np.ascontiguousarray(outputs_first),
        f"{name}.scale": layer.weight_quanter._dequanter._scales.numpy(),
        f"{name}.bias": layer.bias.numpy(),
        f"{name}.input_scale": inputs._scales.numpy(),
        f"{name}.input_zero_point": inputs._zero_point.numpy().astype(int),
    }
