"""Blood cells: the boxes of a file, the pictures, and their stand-in."""

import io
import zipfile

import numpy as np
import pytest
from PIL import Image

from d2lcode import data
from d2lcode.data import boxed, cells, registry
from d2lcode.data.standins import smear
from d2lcode.data.store import Files

SIZE = "<size><width>640</width><height>480</height></size>"
CELL = """<object><name>WBC</name><bndbox><xmin>161</xmin><ymin>1</ymin>
<xmax>320</xmax><ymax>480</ymax></bndbox></object>"""


def voc(*objects, size=SIZE):
    return f"<annotation>{size}{''.join(objects)}</annotation>".encode()


@pytest.fixture(scope="module")
def made():
    return data.blood_cells(stand_in=True)


def parts(d):
    return {"train": d.train, "valid": d.valid, "test": d.test}


def boxes_of(split):
    return split.boxes[split.labels >= 0]


# --- reading boxes


def test_corners_are_parts_of_width_and_height():
    """Pixels 161 to 320 of 640 are the second quarter, exactly."""
    assert cells.parse(voc(CELL)) == [(1, (0.25, 0.0, 0.5, 1.0))]


def test_boxes_keep_their_order():
    red = CELL.replace("WBC", "RBC").replace("161", "1")
    labels = [label for label, _ in cells.parse(voc(red, CELL, red))]
    assert labels == [0, 1, 0]


@pytest.mark.parametrize("old", ["161", "<ymin>1<"])
def test_a_box_without_area_is_left_out(old):
    new = {"161": "320", "<ymin>1<": "<ymin>480<"}[old]
    assert cells.parse(voc(CELL.replace(old, new), CELL)) == cells.parse(
        voc(CELL)
    )


def test_a_picture_may_have_no_box():
    assert cells.parse(voc()) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("WBC", "XYZ", "a.xml: name is 'XYZ', expected one of RBC, WBC"),
        ("<name>WBC</name>", "", "a.xml: name is ''"),
        ("161", "left", "bndbox/xmin is 'left', expected a number"),
        ("161", "-5", "bndbox/xmin is '-5', expected a number"),
        ("<ymax>480</ymax>", "", "bndbox/ymax is None, expected a number"),
        ("161", "0", r"a box is \[0, 1, 320, 480\], expected numbers from 1"),
        (">320", ">641", r"box is .*641.* to the size, \[640, 480\]"),
        ("<ymax>480", "<ymax>481", "box is .*481"),
    ],
)
def test_a_bad_box_is_refused_by_name(old, new, words):
    assert old in CELL
    with pytest.raises(ValueError, match=words):
        cells.parse(voc(CELL.replace(old, new)), "a.xml")


def test_what_is_not_voc_is_refused_by_name():
    with pytest.raises(ValueError, match=r"a\.xml is not XML"):
        cells.parse(voc(CELL)[:-5], "a.xml")
    with pytest.raises(ValueError, match="size/width is None"):
        cells.parse(voc(CELL, size=""), "a.xml")


# --- reading an archive


def jpeg(pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=100, subsampling=0)
    return out.getvalue()


@pytest.fixture
def archive(tmp_path):
    """An archive of four pictures: left half red, right half blue."""
    pixels = np.zeros((480, 640, 3), np.uint8)
    pixels[:, :320, 0] = pixels[:, 320:, 2] = 255
    lists = {"train": ["a", "b"], "val": ["c"], "test": ["d"]}
    path = tmp_path / "BCCD.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, members in lists.items():
            lines = "".join(f"{m}\n" for m in members)
            packed.writestr(f"BCCD/ImageSets/Main/{name}.txt", lines)
            for i, m in enumerate(members):
                boxes = voc(*[CELL] * (i + 1))
                packed.writestr(f"BCCD/Annotations/{m}.xml", boxes)
                packed.writestr(f"BCCD/JPEGImages/{m}.jpg", jpeg(pixels))
    entry = registry.entry("blood_cells")
    return Files(entry, {"archive": path}, "a test")


def test_pictures_and_boxes_of_an_archive_go_together(archive):
    d = cells._read(archive, (48, 64))
    assert [len(s) for s in parts(d).values()] == [2, 1, 1]
    assert d.train.labels.tolist() == [[1, -1], [1, 1]]
    assert d.test.labels.tolist() == [[1, -1]]
    assert not d.train.boxes[0, 1].any()
    left, right = d.test.x[0, :, :, :30], d.test.x[0, :, :, 34:]
    np.testing.assert_allclose(left[0], 1, atol=0.02)
    np.testing.assert_allclose(right[2], 1, atol=0.02)
    assert max(left[1:].max(), right[:2].max()) < 0.02


def test_a_pixel_is_the_average_of_its_area(archive):
    x = cells._read(archive, (1, 1)).train.x
    assert x.shape == (2, 3, 1, 1)
    np.testing.assert_allclose(x[0, :, 0, 0], [0.5, 0, 0.5], atol=0.02)


@pytest.mark.parametrize(
    "size", [(0, 160), (120, 641), (481, 1), 120, (1, 2, 3), (1.5, 2), "ab"]
)
def test_a_size_out_of_range_is_refused(size):
    with pytest.raises(ValueError, match=r"size is .*, expected \(height, w"):
        data.blood_cells(size=size, stand_in=True)


# --- arrays of boxes


def test_a_list_longer_than_the_padding_is_refused():
    box = (0, (0.0, 0.0, 1.0, 1.0))
    with pytest.raises(ValueError, match="length is 1, expected at least 2"):
        boxed.pad([[box], [box, box]], 1)


def test_padding_is_minus_one_and_zeros():
    boxes, labels = boxed.pad([[], [(2, (0.1, 0.2, 0.3, 0.4))]], 2)
    assert labels.tolist() == [[-1, -1], [2, -1]]
    assert (boxes.dtype, labels.dtype) == (np.float32, np.int64)
    np.testing.assert_allclose(boxes[1, 0], [0.1, 0.2, 0.3, 0.4])
    assert not boxes[0].any()


def test_a_split_is_cut_as_one(made):
    rows = np.array([5, 2])
    part = made.test[rows]
    np.testing.assert_array_equal(part.x, made.test.x[rows])
    np.testing.assert_array_equal(part.y["boxes"], made.test.boxes[rows])
    np.testing.assert_array_equal(part.y["labels"], made.test.labels[rows])
    assert np.shares_memory(made.test[1:3].x, made.test.x)
    with pytest.raises(TypeError, match="rows is 1, expected a slice"):
        made.test[1]


def test_arrays_that_do_not_go_together_are_refused():
    x, boxes = np.zeros((2, 3, 4, 4)), np.zeros((2, 5, 4))
    with pytest.raises(ValueError, match=r"boxes has shape \(2, 5, 4\), exp"):
        data.BoxSplit(x, boxes, np.zeros((2, 6)))
    with pytest.raises(ValueError, match=r"labels has 2 rows, exp.* 1"):
        data.BoxSplit(x[:1], boxes, np.zeros((2, 5)))


# --- the stand-in


def test_the_stand_in_has_the_shape_of_the_real(made):
    assert repr(made) == (
        "Blood cells (NOT the real data, but a stand-in, drawn discs with "
        "boxes that are exact): 205 train, 87 valid, 72 test, x (3, 120, "
        "160) float32, boxes (20, 4) float32, labels (20,) int64"
    )
    for split in parts(made).values():
        assert split.x.dtype == np.float32
        assert 0 <= split.x.min() < 0.3 < 0.9 < split.x.max() <= 1
        assert split.boxes.dtype == np.float32
        assert split.labels.dtype == np.int64
        assert set(np.unique(split.labels)) == {-1, 0, 1, 2}
    assert made.classes == ("RBC", "WBC", "Platelets")
    assert repr(made.test).startswith("BoxSplit(72 pictures (3, 120, 160), ")


def test_every_stand_in_box_has_an_area_and_lies_in_its_picture(made):
    for split in parts(made).values():
        found = boxes_of(split)
        assert found.min() >= 0
        assert found.max() <= 1
        assert np.all(found[:, 2:] > found[:, :2])
        assert not split.boxes[split.labels < 0].any()


def test_stand_in_boxes_are_exact(monkeypatch):
    """In a large picture, what is not ground ends where the boxes end."""
    monkeypatch.setattr(smear, "COUNTS", {"test": 5})
    x, found = smear.make(480, 640)
    for picture, cells_of in zip(x["test"], found["test"], strict=True):
        ground = np.median(picture.reshape(3, -1), axis=1)
        differs = np.abs(picture - ground[:, None, None]).max(0) > 0.01
        covered = np.zeros((480, 640), bool)
        for _, (left, top, right, bottom) in cells_of:
            rows = slice(int(top * 480), int(np.ceil(bottom * 480)))
            columns = slice(int(left * 640), int(np.ceil(right * 640)))
            covered[rows, columns] = True
            for edge in (
                differs[rows.start : rows.start + 2, columns],
                differs[rows.stop - 2 : rows.stop, columns],
                differs[rows, columns.start : columns.start + 2],
                differs[rows, columns.stop - 2 : columns.stop],
            ):
                assert edge.any()
        assert not (differs & ~covered).any()


def test_stand_in_cells_have_three_sizes(made):
    found, labels = boxes_of(made.train), made.train.labels
    areas = np.prod((found[:, 2:] - found[:, :2]) * [160, 120], axis=1)
    medians = [
        np.median(areas[labels[labels >= 0] == label]) for label in range(3)
    ]
    assert medians[1] > 3 * medians[0] > 9 * medians[2]


def test_stand_in_cells_overlap_but_none_hides_another(made):
    overlaps = 0
    for boxes, labels in zip(made.test.boxes, made.test.labels, strict=True):
        found = boxes[labels >= 0]
        a, b = found[:, None], found[None]
        shared = np.clip(
            np.minimum(a[..., 2:], b[..., 2:])
            - np.maximum(a[..., :2], b[..., :2]),
            0,
            None,
        ).prod(-1)
        np.fill_diagonal(shared, 0)
        area = (found[:, 2:] - found[:, :2]).prod(-1)
        overlaps += (shared > 0.01 * area).sum()
        assert np.all(shared < 0.5 * (area + area[:, None] - shared))
    assert overlaps > 72


def test_the_cells_are_the_same_in_every_size(made):
    small = data.blood_cells(size=(30, 40), stand_in=True)
    assert small.train.x.shape == (205, 3, 30, 40)
    np.testing.assert_array_equal(small.train.boxes, made.train.boxes)
    shrunk = made.test.x.reshape(-1, 3, 30, 4, 40, 4).mean((3, 5))
    assert np.abs(shrunk - small.test.x).mean() < 0.01


def test_the_stand_in_is_the_same_every_time(made):
    again = data.blood_cells(stand_in=True)
    np.testing.assert_array_equal(again.train.x, made.train.x)
    np.testing.assert_array_equal(again.test.boxes, made.test.boxes)
    other, _ = smear.make(12, 16, seed=1)
    assert np.abs(other["test"] - smear.make(12, 16)[0]["test"]).max() > 0.1


def test_missing_data_say_so(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    assert not data.blood_cells(size=(3, 4)).real
    assert "the real Blood cells cannot be had" in capsys.readouterr().err
    with pytest.raises(data.DataUnavailableError, match=r"BCCD\.zip"):
        data.blood_cells(stand_in=False)


def test_a_damaged_archive_is_refused(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    (home / "bccd").mkdir(parents=True)
    (home / "bccd" / "BCCD.zip").write_bytes(b"PK\x03\x04" * 100)
    with pytest.raises(data.DataUnavailableError, match="cut short"):
        data.blood_cells(stand_in=False)


# --- the real data


def test_the_real_pictures_and_boxes(real_data):
    d = data.blood_cells(stand_in=False)
    assert repr(d) == (
        "Blood cells (real, from the folder in D2LCODE_DATA_MIRROR): 205 "
        "train, 87 valid, 72 test, x (3, 120, 160) float32, boxes (30, 4) "
        "float32, labels (30,) int64"
    )
    labels = np.concatenate([s.labels.ravel() for s in parts(d).values()])
    assert np.bincount(labels[labels >= 0]).tolist() == [4153, 372, 361]
    for split in parts(d).values():
        found = boxes_of(split)
        assert 0 <= found.min() < found.max() <= 1
        assert np.all(found[:, 2:] > found[:, :2])
        assert 0 <= split.x.min() < split.x.max() <= 1
        assert split.x.flags.c_contiguous
    # BloodImage_00000 is the first of val.
    np.testing.assert_allclose(
        d.valid.boxes[0, 0] * [640, 480, 640, 480], [259, 176, 491, 376]
    )
    assert d.valid.labels[0, 0] == 1


def test_the_real_boxes_lie_where_the_cells_are(real_data):
    """White cells are the darkest thing in a picture, in green."""
    d = data.blood_cells(stand_in=False)
    inside, outside = [], []
    for x, boxes, labels in zip(
        d.test.x, d.test.boxes, d.test.labels, strict=True
    ):
        mask = np.zeros((120, 160), bool)
        for left, top, right, bottom in boxes[labels == 1]:
            rows = slice(int(top * 120), int(bottom * 120))
            mask[rows, int(left * 160) : int(right * 160)] = True
        if mask.any():
            inside.append((x[2] - x[1])[mask].mean())
            outside.append((x[2] - x[1])[~mask].mean())
    assert np.mean(np.array(inside) > np.array(outside)) > 0.95
