"""What stands around an SSD's network: anchors, targets, flips, detection."""

import numpy as np
import pytest

from d2lcode.scratch.detection import ssd
from d2lcode.scratch.detection.anchors import encode
from d2lcode.scratch.detection.boxes import iou, to_centres


@pytest.fixture
def rng():
    return np.random.default_rng(5)


def some_boxes(rng, n, m):
    """Corners (n, m, 4) of boxes of many sizes inside the picture."""
    size = rng.uniform(0.06, 0.4, (n, m, 2))
    corner = rng.random((n, m, 2)) * (1 - size)
    return np.concatenate([corner, corner + size], -1).astype(np.float32)


def batch(rng, n=4, m=5):
    boxes, labels = some_boxes(rng, n, m), rng.integers(0, 3, (n, m))
    labels[0, 2:] = -1
    labels[1] = -1
    boxes[labels < 0] = 0
    return boxes, labels


def test_the_anchors_stand_map_by_map():
    found = to_centres(ssd.ssd_anchors()) * [160, 120, 160, 120]
    assert len(found) == 30 * 40 + 15 * 20 * 3 + 8 * 10 * 2
    np.testing.assert_allclose(found[0], [2, 2, 10, 10], atol=1e-3)
    np.testing.assert_allclose(found[1201], [4, 4, 31, 22], atol=1e-3)
    np.testing.assert_allclose(found[-1], [152, 112.5, 54, 52], atol=1e-3)


def test_targets_lead_back_to_the_boxes(rng):
    boxes, labels = batch(rng)
    found = ssd.targets(boxes, labels)
    assert found["classes"].dtype == np.int64
    assert found["offsets"].dtype == np.float32
    for i in range(len(boxes)):
        own, names = boxes[i][labels[i] >= 0], labels[i][labels[i] >= 0]
        some = found["classes"][i] > 0
        assert not found["offsets"][i][~some].any()
        assert set(found["classes"][i][some] - 1) == set(names)
        if not len(own):
            continue
        back = ssd.decode(found["offsets"][i][some], ssd.ANCHORS[some])
        overlap = iou(back, own)
        np.testing.assert_allclose(overlap.max(1, initial=0), 1, atol=1e-3)
        assert set(overlap.argmax(1)) == set(range(len(own)))


def test_a_perfect_network_is_read_right(rng):
    boxes, labels = batch(rng)
    aim = ssd.targets(boxes, labels)
    logits = 9.0 * np.eye(4)[aim["classes"]]
    found = ssd.detect(logits, aim["offsets"], threshold=0.9)
    for i, picture in enumerate(found):
        own, names = boxes[i][labels[i] >= 0], labels[i][labels[i] >= 0]
        assert len(picture.boxes) == len(own)
        assert (picture.scores > 0.9).all()
        if len(own):
            nearest = iou(picture.boxes, own)
            np.testing.assert_allclose(nearest.max(1), 1, atol=1e-3)
            assert (names[nearest.argmax(1)] == picture.labels).all()


def test_suppression_is_class_by_class():
    logits, offsets = np.zeros((1, 2260, 4)), np.zeros((1, 2260, 4))
    logits[..., 0] = 9
    for anchor, label in ((1200, 1), (1201, 1), (1500, 2)):
        logits[0, anchor, label] = 12 + label
    offsets[0, 1500] = encode(ssd.ANCHORS[[1200]], ssd.ANCHORS[[1500]])
    (found,) = ssd.detect(logits, offsets)
    assert found.labels.tolist() == [0, 1]
    np.testing.assert_allclose(found.boxes[0], found.boxes[1], atol=1e-6)
    assert found.boxes.min() == 0


def test_flips_take_the_boxes_along(rng):
    """A picture that is bright inside its box is so after any flip."""
    x = np.zeros((12, 3, 40, 50), np.float32)
    boxes = np.zeros((12, 1, 4), np.float32)
    for i in range(12):
        left, top = rng.integers(0, 30, 2)
        right, bottom = left + rng.integers(3, 20), top + rng.integers(3, 10)
        x[i, :, top:bottom, left:right] = 1
        boxes[i, 0] = left / 50, top / 40, right / 50, bottom / 40
    before = x.copy(), boxes.copy()
    turned, moved = ssd.flipped(x, boxes, rng)
    assert 2 < sum((a != b).any() for a, b in zip(x, turned, strict=True)) < 12
    for picture, (box,) in zip(turned, moved, strict=True):
        left, top, right, bottom = np.rint(box * [50, 40, 50, 40]).astype(int)
        assert picture[:, top:bottom, left:right].all()
        assert picture.sum() == 3 * (bottom - top) * (right - left)
    np.testing.assert_array_equal(x, before[0])
    np.testing.assert_array_equal(boxes, before[1])


def test_augmented_batches_hold_targets_of_what_they_show(rng):
    boxes, labels = batch(rng)
    x = rng.random((4, 3, 120, 160)).astype(np.float32)
    y = {"boxes": boxes, "labels": labels}
    same, plain = ssd.prepared(x, y, rng)
    assert same is x
    changed, aim = ssd.augmented(x, y, np.random.default_rng(1))
    assert changed.dtype == np.float32
    assert changed.shape == x.shape
    _, moved = ssd.flipped(x, boxes, np.random.default_rng(1))
    np.testing.assert_array_equal(
        aim["classes"], ssd.targets(moved, labels)["classes"]
    )
    assert (aim["classes"] != plain["classes"]).any()
    assert (aim["classes"][1] == 0).all()


def test_outputs_of_other_anchors_are_refused():
    with pytest.raises(ValueError, match=r"expected \(n, 2260, classes \+ 1"):
        ssd.detect(np.zeros((1, 10, 4)), np.zeros((1, 10, 4)))
