"""ONNX: a network as a file that other programs run."""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from torch import nn

from d2lcode._lazy import need
from d2lcode.torch.inference import inference_mode


@contextmanager
def _quiet_exporter() -> Iterator[None]:
    """Keep back what the exporter says of itself and of torchvision."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            yield
    finally:
        logger.setLevel(level)


def export_onnx(
    model: nn.Module, path: str | os.PathLike[str], x: np.ndarray
) -> None:
    """Write a model as an ONNX file, for batches of any size.

    Args:
        model: is written as it is in inference mode.
        path: of the file, which is replaced.
        x: an example of what goes in, (n, ...) float32, n at least 2.

    Raises:
        ValueError: if x has fewer than two rows.
        ImportError: if onnxscript is not installed.
    """
    if len(x) < 2:
        raise ValueError(f"x has {len(x)} rows; expected 2 at least")
    need("onnxscript", "exporting from PyTorch")
    model.cpu()
    with inference_mode(model), _quiet_exporter():
        torch.onnx.export(
            model,
            (torch.from_numpy(x),),
            path,
            dynamic_shapes=({0: torch.export.Dim("n")},),
            external_data=False,
            verbose=False,
        )
