"""Unpacking archives, harmless and otherwise."""

import io
import stat
import struct
import tarfile
import zipfile

import pytest

from d2lcode.data import archives
from d2lcode.data.errors import ArchiveError

LINK = object()
FILES = {"top.txt": b"top", "in/deep/leaf.txt": b"leaf", "in/empty": b""}


class Zip:
    suffix = ".zip"

    def __init__(self, path):
        self.packed = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)

    def file(self, name, content=b"x"):
        info = zipfile.ZipInfo(name)
        info.filename = name  # ZipInfo cleans it on Windows
        self.packed.writestr(info, content)

    def folder(self, name):
        self.packed.writestr(name + "/", b"")

    def link(self, name, target):
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        self.packed.writestr(info, target)

    def close(self):
        self.packed.close()


class Tar:
    suffix = ".tar"
    mode = "w"

    def __init__(self, path):
        self.packed = tarfile.open(path, self.mode)  # noqa: SIM115

    def add(self, name, kind, target="", content=b""):
        info = tarfile.TarInfo(name)
        info.type, info.linkname, info.size = kind, target, len(content)
        self.packed.addfile(info, io.BytesIO(content))

    def file(self, name, content=b"x"):
        self.add(name, tarfile.REGTYPE, content=content)

    def folder(self, name):
        self.add(name, tarfile.DIRTYPE)

    def link(self, name, target):
        self.add(name, tarfile.SYMTYPE, target)

    def close(self):
        self.packed.close()


class TarGz(Tar):
    suffix, mode = ".tar.gz", "w:gz"


@pytest.fixture(params=[Zip, Tar, TarGz])
def pack(request, tmp_path):
    """An archive being packed; `unpack` closes and unpacks it."""
    path = tmp_path / f"pack{request.param.suffix}"
    packer = request.param(path)
    packer.path, packer.target = path, tmp_path / "a" / "b" / "out"

    def unpack(**options):
        packer.close()
        return archives.unpack(path, packer.target, **options)

    packer.unpack = unpack
    return packer


def contents(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file()
    }


def refuse(pack, tmp_path, words, **options):
    """Unpack, and see it refused, by these words, with nothing written."""
    before = set(tmp_path.rglob("*"))
    with pytest.raises(ArchiveError) as error:
        pack.unpack(**options)
    assert words in str(error.value)
    assert pack.path.name in str(error.value)
    made = set(tmp_path.rglob("*")) - before
    assert made <= {tmp_path / "a", tmp_path / "a" / "b"}


def test_files_come_out_as_they_went_in(pack):
    for name, content in FILES.items():
        pack.file(name, content)
    pack.folder("bare")
    folder = pack.unpack()
    assert contents(folder) == FILES
    assert (folder / "bare").is_dir()
    assert [p.name for p in folder.parent.iterdir()] == ["out"]


def test_a_folder_that_is_there_is_left_as_it_is(pack):
    pack.file("new.txt")
    pack.target.mkdir(parents=True)
    (pack.target / "old.txt").write_bytes(b"old")
    assert contents(pack.unpack()) == {"old.txt": b"old"}


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "in/../../evil",
        "..\\evil",
        "in\\..\\..\\evil",
        "/evil",
        "//host/share/evil",
        "\\evil",
        "C:\\evil",
        "C:evil",
        "good.txt:evil",
        "in/..",
    ],
)
def test_a_member_that_climbs_out_is_refused(pack, name, tmp_path):
    pack.file("good.txt")
    pack.file(name)
    refuse(pack, tmp_path, f"its member {name!r} would land outside")


@pytest.mark.parametrize(
    "target", ["../evil", "/etc/passwd", "in/../../evil", "C:\\evil"]
)
def test_a_link_outwards_is_refused(pack, target, tmp_path):
    pack.file("good.txt")
    pack.link("link", target)
    what = f"{'link'!r}, a link to {target!r}, would land outside"
    refuse(pack, tmp_path, what)


def test_a_link_outwards_from_below_is_refused(pack, tmp_path):
    pack.link("in/link", "../../evil")
    refuse(pack, tmp_path, "'in/link', a link to 'in/../../evil',")


def test_nothing_is_written_through_a_link(pack, tmp_path):
    pack.link("door", "..")
    pack.file("door/evil")
    refuse(pack, tmp_path, "'door', a link to '..'")


def test_a_link_inside_becomes_a_copy(pack):
    pack.file("in/leaf.txt", b"leaf")
    pack.link("in/same", "leaf.txt")
    pack.link("other", "in/../in/leaf.txt")
    folder = pack.unpack()
    assert contents(folder) == dict.fromkeys(
        ("in/leaf.txt", "in/same", "other"), b"leaf"
    )
    assert not (folder / "other").is_symlink()


@pytest.mark.parametrize("target", ["nowhere", "in", "loop"])
def test_a_link_to_no_file_is_refused(pack, target, tmp_path):
    pack.folder("in")
    pack.link("loop", target)
    refuse(pack, tmp_path, "points to no file in it")


def test_a_file_under_a_file_is_refused(pack, tmp_path):
    pack.file("a")
    pack.file("a/b")
    refuse(pack, tmp_path, "its member 'a/b' cannot be written")


def test_an_archive_that_swells_is_refused(pack, tmp_path):
    pack.file("zeros", bytes(5_000))
    refuse(pack, tmp_path, "unpacks to 5000 bytes, expected at", limit=4_999)


def test_an_archive_of_just_that_size_is_not(pack):
    pack.file("zeros", bytes(5_000))
    assert len(contents(pack.unpack(limit=5_000))["zeros"]) == 5_000


def test_an_archive_may_be_given_another_name(pack):
    pack.file("../evil")
    with pytest.raises(ArchiveError, match=r"^the archive is refused"):
        pack.unpack(name="the archive")


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_device_is_refused(kind, tmp_path):
    path = tmp_path / "pack.tar"
    pack = Tar(path)
    pack.add("device", kind)
    pack.close()
    with pytest.raises(ArchiveError, match="'device' is neither file"):
        archives.unpack(path, tmp_path / "out")


@pytest.mark.parametrize(
    ("target", "outward"), [("good.txt", False), ("../evil", True)]
)
def test_a_hard_link_counts_from_the_top(target, outward, tmp_path):
    path = tmp_path / "pack.tar"
    pack = Tar(path)
    pack.file("good.txt", b"good")
    pack.add("in/hard", tarfile.LNKTYPE, target)
    pack.close()
    if outward:
        with pytest.raises(ArchiveError, match="'in/hard', a link to"):
            archives.unpack(path, tmp_path / "out")
    else:
        folder = archives.unpack(path, tmp_path / "out")
        assert contents(folder)["in/hard"] == b"good"


def test_a_damaged_archive_is_named(pack, tmp_path):
    pack.file("leaf.txt", bytes(range(256)) * 64)
    pack.close()
    whole = pack.path.read_bytes()
    pack.path.write_bytes(whole[: len(whole) // 3])
    refuse(pack, tmp_path, "is damaged, or no archive")


def test_an_altered_member_is_noticed(tmp_path):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("leaf.txt", b"leaf" * 100)
    path.write_bytes(path.read_bytes().replace(b"leafleaf", b"leafLEAF", 1))
    with pytest.raises(ArchiveError, match="damaged"):
        archives.unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_zip_that_lies_about_its_sizes_writes_no_more(tmp_path):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("zeros", bytes(100_000))
    size = struct.pack("<I", 100_000)
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<I", 9)))
    with pytest.raises(ArchiveError, match="damaged"):
        archives.unpack(path, tmp_path / "out", limit=10)
    assert list(tmp_path.iterdir()) == [path]


def test_an_encrypted_archive_is_named(tmp_path):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("secret", b"secret")
    raw = bytearray(path.read_bytes())
    raw[6] |= 1  # the flag, in the member's own header …
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # … and in the directory
    path.write_bytes(raw)
    with pytest.raises(ArchiveError, match="cannot be unpacked"):
        archives.unpack(path, tmp_path / "out")


def test_an_archive_that_is_not_there_is_not_called_damaged(tmp_path):
    with pytest.raises(FileNotFoundError):
        archives.unpack(tmp_path / "no.zip", tmp_path / "out")
