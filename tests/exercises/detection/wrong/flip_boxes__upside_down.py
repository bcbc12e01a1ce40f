"""Turned upside down.

caught by: test_one_box_by_hand
says: upside down
"""


def mirror(pictures, boxes, labels):
    turned = boxes.copy()
    turned[..., 1] = 1 - boxes[..., 3]
    turned[..., 3] = 1 - boxes[..., 1]
    turned[labels == -1] = 0
    return pictures[..., ::-1, :].copy(), turned
