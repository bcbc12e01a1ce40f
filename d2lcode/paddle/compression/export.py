"""ONNX: a network as a file that other programs run."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import paddle
from paddle import nn

from d2lcode._lazy import need
from d2lcode.paddle.inference import inference_mode


def export_onnx(
    model: nn.Layer, path: str | os.PathLike[str], x: np.ndarray
) -> None:
    """Write a model as an ONNX file, for batches of any size.

    Args:
        model: is written as it is in inference mode.
        path: of the file, which is replaced.
        x: an example of what goes in, (n, ...) float32, n at least 2.

    Raises:
        ValueError: if x has fewer than two rows.
        ImportError: if paddle2onnx is not installed.
    """
    if len(x) < 2:
        raise ValueError(f"x has {len(x)} rows; expected 2 at least")
    need("paddle2onnx", "exporting from Paddle, up to Python 3.12,")
    import paddle2onnx

    spec = paddle.static.InputSpec([None, *x.shape[1:]], "float32", "x")
    with TemporaryDirectory() as folder, inference_mode(model):
        stem = Path(folder) / "model"
        paddle.jit.save(model, str(stem), [spec])
        # `paddle.onnx.export` would go on to install packages by itself.
        written = paddle2onnx.export(
            str(stem.with_suffix(".json")),
            str(stem.with_suffix(".pdiparams")),
            opset_version=17,
        )
    Path(path).write_bytes(written)
