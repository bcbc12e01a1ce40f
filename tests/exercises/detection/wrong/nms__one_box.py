"""Only the best box is kept.

caught by: test_three_boxes_by_hand
says: only the best box of all
"""

import numpy as np


def nms(boxes, scores, threshold):
    return np.argsort(-scores, kind="stable")[:1]
