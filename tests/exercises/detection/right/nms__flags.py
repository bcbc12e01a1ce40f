"""Flags of what is dropped, in a plain loop; a list comes back."""

import numpy as np


def iou_with(box, boxes):
    begin = np.maximum(box[:2], boxes[:, :2])
    end = np.minimum(box[2:], boxes[:, 2:])
    shared = np.maximum(end - begin, 0).prod(axis=1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area + (box[2:] - box[:2]).prod() - shared)


def nms(boxes, scores, threshold):
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    dropped = np.zeros(len(boxes), bool)
    kept = []
    for i in order:
        if dropped[i]:
            continue
        kept.append(i)
        dropped |= iou_with(boxes[i], boxes) > threshold
    return np.array(kept, dtype=np.int32)
