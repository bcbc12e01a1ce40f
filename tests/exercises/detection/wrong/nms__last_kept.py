"""A box is compared with the last kept one only.

caught by: test_every_kept_box_counts
says: only with the last one
"""

import numpy as np


def iou_with(box, boxes):
    begin = np.maximum(box[:2], boxes[:, :2])
    end = np.minimum(box[2:], boxes[:, 2:])
    shared = np.maximum(end - begin, 0).prod(axis=1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area + (box[2:] - box[:2]).prod() - shared)


def nms(boxes, scores, threshold):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if np.all(
            iou_with(boxes[i], boxes[np.array(kept[-1:], int)]) <= threshold
        ):
            kept.append(i)
    return np.array(kept, dtype=int)
