"""Numbers of other types, a letter in brackets."""

import numpy as np

ANSWERS = {
    "1": np.float64(4.65),
    "2": 30 / 20,
    "3": 6.0,
    "4": np.int64(6),
    "5": 5.70,
    "6": "（B）",
}
