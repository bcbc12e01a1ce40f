"""The boxes that came in are changed.

caught by: test_one_box_by_hand
says: boxes
"""


def mirror(pictures, boxes, labels):
    turned = boxes
    turned[..., [0, 2]] = 1 - boxes[..., [2, 0]]
    turned[labels == -1] = 0
    return pictures[..., ::-1].copy(), turned
