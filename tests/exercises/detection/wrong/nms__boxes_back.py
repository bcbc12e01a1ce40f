"""The boxes come back, not their rows.

caught by: test_three_boxes_by_hand
says: hape
"""

import numpy as np


def iou_with(box, boxes):
    begin = np.maximum(box[:2], boxes[:, :2])
    end = np.minimum(box[2:], boxes[:, 2:])
    shared = np.maximum(end - begin, 0).prod(axis=1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area + (box[2:] - box[:2]).prod() - shared)


def nms(boxes, scores, threshold):
    left = np.argsort(-scores, kind="stable")
    kept = []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        overlap = iou_with(boxes[best], boxes[left])
        left = left[overlap <= threshold]
    return boxes[np.array(kept, int)]
