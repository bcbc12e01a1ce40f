"""The PaddlePaddle twin: `from d2lcode import paddle as d2l`."""

from d2lcode._lazy import lazy, require

require("paddle")

__getattr__, __dir__, __all__ = lazy(__name__)
