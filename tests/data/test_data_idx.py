"""Reading IDX: what goes in comes out, and nothing else does."""

import gzip

import numpy as np
import pytest
from data_help import idx
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from d2lcode.data.idx import IdxError, parse_idx, read_idx

TYPES = ["u1", "i1", "i2", "i4", "f4", "f8"]

arrays = st.sampled_from(TYPES).flatmap(
    lambda t: hnp.arrays(np.dtype(t), hnp.array_shapes(max_dims=4, max_side=5))
)
PICTURES = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)


@given(arrays)
def test_what_was_written_is_read(array):
    read = parse_idx(idx(array))
    assert read.dtype == array.dtype
    np.testing.assert_array_equal(read, array)


@given(arrays, st.data())
def test_no_part_of_a_file_is_taken_for_it(array, data):
    content = idx(array)
    end = data.draw(st.integers(0, len(content) - 1))
    with pytest.raises(IdxError, match="expected"):
        parse_idx(content[:end])


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content):
    try:
        read = parse_idx(content)
    except IdxError:
        return
    assert 4 + 4 * read.ndim + read.nbytes == len(content)


def test_the_numbers_may_be_changed():
    parse_idx(idx(PICTURES))[0] = 0


@pytest.mark.parametrize("name", ["pictures", "pictures.gz"])
def test_a_file_is_read_packed_or_not(name, tmp_path):
    content = idx(PICTURES)
    packed = gzip.compress(content) if name.endswith(".gz") else content
    (tmp_path / name).write_bytes(packed)
    np.testing.assert_array_equal(read_idx(tmp_path / name), PICTURES)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "starts with b''"),
        (b"\0\0\x08", "starts with"),
        (b"<html>", "starts with b'<htm', expected two zero bytes"),
        (b"\0\0\x07\x01\0\0\0\x01x", "starts with"),
        (b"\0\0\x08\0x", "number of axes is 0"),
        (b"\0\0\x08\x03\0\0\0\x01", "header has 8 bytes, expected 16"),
        (b"\0\0\x08\x01\0\0\0\x02x", "has 9 bytes, expected 10 for shape"),
        (b"\0\0\x08\x01\0\0\0\x01xx", "has 10 bytes, expected 9 for shape"),
        (b"\0\0\x08\x04" + b"\xff" * 16, "has 20 bytes, expected"),
    ],
)
def test_bad_files_are_named(content, words, tmp_path):
    path = tmp_path / "bad-idx"
    path.write_bytes(content)
    with pytest.raises(IdxError) as error:
        read_idx(path)
    assert str(error.value).startswith("bad-idx: ")
    assert words in str(error.value)
