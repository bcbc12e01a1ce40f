"""Blood cells under the microscope, with boxes around them."""

from __future__ import annotations

import io
import operator
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree

import numpy as np

from d2lcode.data.boxed import Box, BoxDataset, splits
from d2lcode.data.store import Files, load

CLASSES = ("RBC", "WBC", "Platelets")
"""Red blood cells (红细胞), white ones (白细胞), platelets (血小板)."""

HEIGHT, WIDTH = 480, 640
"""Of the photographs as published, in pixels."""

_ROOT = PurePosixPath("BCCD")
_LISTS = {"train": "train", "valid": "val", "test": "test"}


def blood_cells(
    *, size: tuple[int, int] = (120, 160), stand_in: bool | None = None
) -> BoxDataset:
    """BCCD: 364 photographs of stained blood, every cell in a box.

    Shapes: x `(n, 3, h, w)` float32 in [0, 1], red, green and blue; boxes
    `(n, m, 4)` float32, corners `(left, top, right, bottom)` as parts of
    width and height; labels `(n, m)` int64, a number into `classes`, −1
    where there is no box. 205 pictures are `train`, 87 `valid`, 72 `test`,
    as its authors have split them. Two boxes without area are left out;
    4,153 red cells, 372 white ones and 361 platelets remain. Not every
    cell at a picture's edge has its box.

    The stand-in has as many pictures, drawn: discs of three sizes and
    colours, which overlap, on a light ground. Its boxes are exact.

    Args:
        size: height and width to shrink the 480×640 photographs to; a pixel
            is the average of the area that it covers.
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
        ValueError: `size` is not two numbers from 1 to 480 and to 640.

    Source: Shenggan, BCCD Dataset (2017). Licence: MIT.
    """
    small = _checked(size)
    return load(
        "blood_cells",
        lambda files: _read(files, small),
        lambda: _made(small),
        stand_in,
    )


def parse(xml: bytes, name: str = "xml") -> list[tuple[int, Box]]:
    """Read the boxes of one photograph from its Pascal VOC file.

    Pixels are counted from 1 there, and the last one belongs to the box.

    Args:
        xml: the file's content.
        name: what messages call it.

    Returns:
        Labels and boxes, in the file's order. A box of a single row or
        column of pixels is left out.

    Raises:
        ValueError: it is not XML, names another class, lacks a number, or
            has a box that does not lie in the photograph.
    """
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise ValueError(f"{name} is not XML: {error}") from error
    width = _number(root, "size/width", name)
    height = _number(root, "size/height", name)
    scale = np.array([width, height, width, height])
    found = []
    for item in root.iterfind("object"):
        label, corners = _label(item, name), _corners(item, scale, name)
        if np.all(corners[2:] > corners[:2]):
            left, top, right, bottom = (corners - [1, 1, 0, 0]) / scale
            found.append((label, (left, top, right, bottom)))
    return found


def _checked(size: tuple[int, int]) -> tuple[int, int]:
    expected = f"size is {size!r}, expected (height, width), two whole "
    expected += f"numbers from 1 to {HEIGHT} and to {WIDTH}"
    try:
        height, width = map(operator.index, size)
    except (TypeError, ValueError):
        raise ValueError(expected) from None
    if not (1 <= height <= HEIGHT and 1 <= width <= WIDTH):
        raise ValueError(expected)
    return height, width


def _number(item: ElementTree.Element, path: str, name: str) -> int:
    text = item.findtext(path)
    if text is None or not text.strip().isdecimal():
        raise ValueError(f"{name}: {path} is {text!r}, expected a number")
    return int(text)


def _label(item: ElementTree.Element, name: str) -> int:
    text = item.findtext("name", "")
    if text not in CLASSES:
        raise ValueError(
            f"{name}: name is {text!r}, expected one of {', '.join(CLASSES)}"
        )
    return CLASSES.index(text)


def _corners(
    item: ElementTree.Element, scale: np.ndarray, name: str
) -> np.ndarray:
    edges = ("xmin", "ymin", "xmax", "ymax")
    found = np.array([_number(item, f"bndbox/{e}", name) for e in edges])
    if np.any(found < 1) or np.any(found > scale):
        raise ValueError(
            f"{name}: a box is {found.tolist()}, expected numbers from 1 to "
            f"the size, {scale[:2].tolist()}"
        )
    return found


def _read(files: Files, size: tuple[int, int]) -> BoxDataset:
    x, found = {}, {}
    with zipfile.ZipFile(files.paths["archive"]) as packed:
        for part, listed in _LISTS.items():
            names = _names(packed, listed)
            x[part] = _pictures(packed, names, size)
            found[part] = [_boxes(packed, name) for name in names]
    return BoxDataset(
        title=files.entry.title,
        **splits(x, found),
        classes=CLASSES,
        real=True,
        source=files.source,
    )


def _names(packed: zipfile.ZipFile, listed: str) -> list[str]:
    member = _ROOT / "ImageSets" / "Main" / f"{listed}.txt"
    return packed.read(str(member)).decode("ascii").split()


def _boxes(packed: zipfile.ZipFile, name: str) -> list[tuple[int, Box]]:
    member = _ROOT / "Annotations" / f"{name}.xml"
    return parse(packed.read(str(member)), member.name)


def _pictures(
    packed: zipfile.ZipFile, names: list[str], size: tuple[int, int]
) -> np.ndarray:
    folder = _ROOT / "JPEGImages"
    small = [
        _shrunk(packed.read(str(folder / f"{name}.jpg")), size)
        for name in names
    ]
    pixels = np.stack(small).transpose(0, 3, 1, 2)
    x = pixels.astype(np.float32, order="C")
    x /= 255
    return x


def _shrunk(jpeg: bytes, size: tuple[int, int]) -> np.ndarray:
    from PIL import Image

    height, width = size
    with Image.open(io.BytesIO(jpeg)) as picture:
        rgb = picture.convert("RGB")
    return np.asarray(rgb.resize((width, height), Image.Resampling.BOX))


def _made(size: tuple[int, int]) -> BoxDataset:
    from d2lcode.data.standins import smear

    return BoxDataset(
        title="Blood cells",
        **splits(*smear.make(*size)),
        classes=CLASSES,
        real=False,
        source="a stand-in, drawn discs with boxes that are exact",
    )
