"""The PyTorch twin: `from d2lcode import torch as d2l`."""

from d2lcode._lazy import lazy, require

require("torch")

__getattr__, __dir__, __all__ = lazy(__name__)
