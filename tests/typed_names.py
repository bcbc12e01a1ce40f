"""What a type checker must see of the lazy names; `make lint` reads it.

Without the stubs every name would be Any, and each line here an error.
"""

from typing import Any, assert_type

import d2lcode
from d2lcode import data, grading
from d2lcode import paddle as paddle_twin
from d2lcode import torch as torch_twin
from d2lcode.data.dataset import Dataset
from d2lcode.history import History
from d2lcode.paddle.loading import Loader as PaddleLoader
from d2lcode.torch.loading import Loader as TorchLoader


def of_torch(model: Any, split: Any) -> None:
    """Of the PyTorch twin."""
    assert_type(torch_twin.fit(model, split, epochs=1), History)
    assert_type(torch_twin.loader(split, drop_last=True), TorchLoader)
    scores = torch_twin.evaluate(torch_twin.LeNet(), split)
    assert_type(scores, dict[str, float])


def of_paddle(model: Any, split: Any) -> None:
    """Of the PaddlePaddle twin."""
    assert_type(paddle_twin.fit(model, split, epochs=1), History)
    assert_type(paddle_twin.loader(split, drop_last=True), PaddleLoader)
    assert_type(paddle_twin.evaluate(model, split), dict[str, float])


def of_the_rest(split: Any) -> None:
    """Of the data, the graders, and what `import d2lcode` reaches."""
    assert_type(data.mnist(), Dataset)
    assert_type(d2lcode.data.housing(), Dataset)
    assert_type(grading.AnswerError("wrong"), grading.AnswerError)
    assert_type(d2lcode.__version__, str)
