"""A box that was dropped drops others.

caught by: test_what_was_dropped_drops_no_others
says: was itself dropped
"""

import numpy as np


def iou_with(box, boxes):
    begin = np.maximum(box[:2], boxes[:, :2])
    end = np.minimum(box[2:], boxes[:, 2:])
    shared = np.maximum(end - begin, 0).prod(axis=1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area + (box[2:] - box[:2]).prod() - shared)


def nms(boxes, scores, threshold):
    order = np.argsort(-scores, kind="stable")
    kept = []
    for place, i in enumerate(order):
        before = order[:place]
        if np.all(iou_with(boxes[i], boxes[before]) <= threshold):
            kept.append(i)
    return np.array(kept, dtype=int)
