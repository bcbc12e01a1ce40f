"""The channels are turned round.

caught by: test_one_box_by_hand
says: the channels were reversed
"""


def mirror(pictures, boxes, labels):
    turned = boxes.copy()
    turned[..., 0] = 1 - boxes[..., 2]
    turned[..., 2] = 1 - boxes[..., 0]
    turned[labels == -1] = 0
    return pictures[:, ::-1].copy(), turned
