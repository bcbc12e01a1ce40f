"""One seed for every generator that PaddlePaddle code may draw from."""

import random

import numpy as np
import paddle

from d2lcode._checks import natural


def set_seed(seed: int) -> None:
    """Seed PaddlePaddle on every device, NumPy and Python's `random`.

    Raises:
        ValueError: if the seed is negative or not whole.
    """
    natural("seed", seed)
    paddle.seed(seed)
    np.random.seed(seed % 2**32)
    random.seed(seed)
