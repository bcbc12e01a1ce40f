"""Read IDX, the format of MNIST: a short header, then the numbers.

The header is two zero bytes, a byte for the type, a byte for the number of
axes, then the length of each axis in four bytes, the highest first. Source:
http://yann.lecun.com/exdb/mnist/
"""

from __future__ import annotations

import math
import struct
from pathlib import Path

import numpy as np

from d2lcode.data.verify import read_content

TYPES: dict[int, np.dtype] = {
    0x08: np.dtype(">u1"),
    0x09: np.dtype(">i1"),
    0x0B: np.dtype(">i2"),
    0x0C: np.dtype(">i4"),
    0x0D: np.dtype(">f4"),
    0x0E: np.dtype(">f8"),
}


class IdxError(ValueError):
    """The bytes are not an IDX file, or not all of one."""


def read_idx(path: Path) -> np.ndarray:
    """Read an IDX file, packed as `.gz` or not.

    Returns:
        Its array, in the machine's own byte order.

    Raises:
        IdxError: it is not IDX, or cut short, or too long.
        OSError: it cannot be read.
    """
    try:
        return parse_idx(read_content(path))
    except IdxError as error:
        raise IdxError(f"{path.name}: {error}") from None


def parse_idx(content: bytes) -> np.ndarray:
    """Turn the bytes of an IDX file into its array.

    Raises:
        IdxError: they are not IDX, or too few, or too many.
    """
    dtype, ndim = _magic(content)
    header = 4 + 4 * ndim
    if len(content) < header:
        raise IdxError(
            f"the header has {len(content)} bytes, expected {header}"
        )
    shape = struct.unpack(f">{ndim}I", content[4:header])
    expected = header + math.prod(shape) * dtype.itemsize
    if len(content) != expected:
        raise IdxError(
            f"the file has {len(content)} bytes, expected {expected} for "
            f"shape {shape}"
        )
    numbers = np.frombuffer(content, dtype, offset=header)
    return numbers.reshape(shape).astype(dtype.newbyteorder("="))


def _magic(content: bytes) -> tuple[np.dtype, int]:
    start = content[:4]
    if len(start) < 4 or start[:2] != b"\0\0" or start[2] not in TYPES:
        raise IdxError(
            f"the file starts with {start!r}, expected two zero bytes, a "
            "type and a number of axes"
        )
    if start[3] == 0:
        raise IdxError("the number of axes is 0, expected 1 or more")
    return TYPES[start[2]], start[3]
