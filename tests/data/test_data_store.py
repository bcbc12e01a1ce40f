"""Where data sets are looked for, and what is said when they are nowhere."""

import os

import numpy as np
import pytest
from data_help import CONTENT, PACKED, fill, leftovers, not_found, refused_url

from d2lcode import data
from d2lcode.data import registry, store, verify
from d2lcode.data.errors import CorruptFileError, DataUnavailableError

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def mirror(home, tmp_path, monkeypatch):
    """The folder of a mirror, named but empty."""
    monkeypatch.setenv("D2LCODE_DATA_MIRROR", str(tmp_path / "mirror"))
    return tmp_path / "mirror"


@pytest.fixture
def offline(home, monkeypatch):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")


@pytest.fixture
def the_toy(toy, monkeypatch):
    """The small data set, registered, on a mirror nobody runs."""
    entry = toy(refused_url())
    monkeypatch.setattr(registry, "entry", lambda _: entry)
    return entry


def rewrite(path, content):
    """Write a file so that its time of change differs for certain."""
    path.write_bytes(content)
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 10**9))


# --- order


def test_the_mirror_comes_before_the_cache(mirror, home, toy, server):
    fill(mirror / "toy")
    fill(home / "toy")
    files = store.obtain(toy(server.url))
    assert files.source == "the folder in D2LCODE_DATA_MIRROR"
    assert files.paths["words"].parent == mirror / "toy"
    assert server.asked == []


def test_the_cache_comes_before_the_network(mirror, home, toy, server):
    fill(home / "toy")
    assert store.obtain(toy(server.url)).source == "the cache"
    assert server.asked == []


def test_each_file_is_looked_for_by_itself(mirror, home, toy, server):
    fill(mirror / "toy", {"words.txt": PACKED["words.txt"]})
    files = store.obtain(toy(server.url))
    assert files.source == (
        f"{server.url} and the folder in D2LCODE_DATA_MIRROR"
    )
    assert server.asked == ["/numbers.bin.gz"]


def test_the_cache_is_moved_by_its_variable(home, monkeypatch, tmp_path):
    assert store.cache_folder() == home
    monkeypatch.delenv("D2LCODE_CACHE")
    assert store.cache_folder().parts[-2:] != home.parts[-2:]
    assert "d2lcode" in str(store.cache_folder())


def test_a_bad_mirror_is_refused_said_once_and_left_alone(
    mirror, toy, server, capsys
):
    fill(mirror / "toy", {**PACKED, "words.txt": b"altered"})
    for _ in range(2):
        files = store.obtain(toy(server.url))
        assert (
            verify.read_content(files.paths["words"]) == (CONTENT["words.txt"])
        )
    assert (mirror / "toy" / "words.txt").read_bytes() == b"altered"
    said = capsys.readouterr().err
    assert said.count("is refused: words.txt is cut short") == 1


def test_a_bad_file_in_the_cache_is_replaced(home, toy, server):
    fill(home / "toy", {**PACKED, "numbers.bin.gz": PACKED["words.txt"]})
    path = store.obtain(toy(server.url)).paths["numbers"]
    assert verify.read_content(path) == CONTENT["numbers.bin.gz"]


@pytest.mark.usefixtures("offline")
def test_a_bad_file_in_the_cache_is_removed(home, toy, server):
    fill(home / "toy", {**PACKED, "numbers.bin.gz": b"altered"})
    with pytest.raises(DataUnavailableError, match="cut short: 7 of"):
        store.obtain(toy(server.url))
    assert leftovers(home) == ["words.txt"]


@pytest.mark.parametrize("value", ["1", "true", "yes"])
def test_offline_asks_nobody(value, toy, server, monkeypatch):
    monkeypatch.setenv("D2LCODE_OFFLINE", value)
    with pytest.raises(DataUnavailableError, match="D2LCODE_OFFLINE is set"):
        store.obtain(toy(server.url))
    assert server.asked == []


@pytest.mark.parametrize("value", ["0", "", "false", "no"])
def test_offline_can_be_switched_off(value, toy, server, monkeypatch):
    monkeypatch.setenv("D2LCODE_OFFLINE", value)
    assert store.obtain(toy(server.url)).source == server.url


def test_every_place_that_was_asked_is_named(mirror, home, toy, new_server):
    first, second = new_server(), new_server()
    with pytest.raises(DataUnavailableError) as error:
        store.obtain(toy(first.url, second.url))
    message = str(error.value)
    for place in (mirror, home, first.url, second.url):
        assert f"{place}" in message
    assert message.count("the server says 404") == 2
    assert f"put numbers.bin.gz, words.txt into {home / 'toy'}" in message
    assert "https://example.org/toy" in message
    assert list(error.value.reasons)[-2:] == [
        f"{url}/numbers.bin.gz" for url in (first.url, second.url)
    ]


# --- locate


def test_locate_says_real_only_where_every_file_is_right(
    the_toy, mirror, home
):
    assert data.locate("toy") == "stand-in"
    fill(mirror / "toy", {"words.txt": PACKED["words.txt"]})
    assert data.locate("toy") == "stand-in"
    fill(home / "toy", {"numbers.bin.gz": PACKED["numbers.bin.gz"]})
    assert data.locate("toy") == f"real:{the_toy.digest}"
    rewrite(home / "toy" / "numbers.bin.gz", b"altered")
    assert data.locate("toy") == "stand-in"


def test_locate_asks_no_network_and_changes_nothing(
    home, toy, server, monkeypatch
):
    entry = toy(server.url)
    monkeypatch.setattr(registry, "entry", lambda _: entry)
    fill(home / "toy", {**PACKED, "words.txt": b"altered"})
    assert data.locate("toy") == "stand-in"
    assert server.asked == []
    assert (home / "toy" / "words.txt").read_bytes() == b"altered"


def test_locate_of_an_unknown_name_lists_those_there_are():
    with pytest.raises(ValueError, match=r"'minst', expected one of .*mnist"):
        data.locate("minst")


def test_the_digest_follows_the_content(toy):
    entry = toy()
    assert len(entry.digest) == 16
    assert entry.digest == toy("http://elsewhere").digest
    first = registry.Entry("a", "A", "a", entry.files[:1])
    assert first.digest == entry.files[0].sha256[:16]
    assert first.digest != entry.digest


# --- what was verified is remembered


@pytest.fixture
def hashed(monkeypatch):
    """The names of files that were hashed."""
    names, check = [], verify.check

    def noted(path, file):
        names.append(file.name)
        check(path, file)

    monkeypatch.setattr(verify, "check", noted)
    return names


def test_a_verified_file_is_not_hashed_again(mirror, the_toy, hashed):
    fill(mirror / "toy")
    for _ in range(3):
        assert data.locate("toy") == f"real:{the_toy.digest}"
    assert sorted(hashed) == sorted(CONTENT)


def test_another_process_remembers_too(mirror, the_toy, hashed, monkeypatch):
    fill(mirror / "toy")
    data.locate("toy")
    monkeypatch.setattr(store, "_ledgers", {})
    assert data.locate("toy") == f"real:{the_toy.digest}"
    assert sorted(hashed) == sorted(CONTENT)


def test_a_touched_file_is_hashed_again(mirror, the_toy, hashed):
    fill(mirror / "toy")
    data.locate("toy")
    rewrite(mirror / "toy" / "words.txt", PACKED["words.txt"])
    assert data.locate("toy") == f"real:{the_toy.digest}"
    assert sorted(hashed) == sorted([*CONTENT, "words.txt"])


def test_a_file_altered_in_place_is_noticed(mirror, the_toy):
    fill(mirror / "toy")
    data.locate("toy")
    path = mirror / "toy" / "words.txt"
    rewrite(path, path.read_bytes()[:-1] + b"!")  # of the same size
    assert data.locate("toy") == "stand-in"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}'])
def test_a_damaged_memory_is_forgotten(content, mirror, home, the_toy):
    fill(mirror / "toy")
    fill(home, {"verified.json": content.encode()})
    assert data.locate("toy") == f"real:{the_toy.digest}"


def test_a_memory_that_cannot_be_written_lasts_the_process(
    mirror, the_toy, hashed, monkeypatch, tmp_path
):
    fill(mirror / "toy")
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path / "file"))
    for _ in range(2):
        assert data.locate("toy") == f"real:{the_toy.digest}"
    assert sorted(hashed) == sorted(CONTENT)


def test_a_memory_is_of_one_content(toy, home, tmp_path):
    entry, folder = toy(), fill(home / "toy")
    ledger = verify.Ledger(tmp_path / "memory.json")
    words = entry.files[1]
    ledger.check(folder / "words.txt", words)
    other = registry.File(words.name, words.role, "0" * 64, words.size)
    with pytest.raises(CorruptFileError, match="expected 0000000000000000"):
        ledger.check(folder / "words.txt", other)


# --- from end to end


def test_real_data_come_through(server, tiny_mnist):
    server.serve(tiny_mnist(server.url))
    d = data.mnist()
    assert repr(d) == (
        f"MNIST (real, from {server.url}): 7 train, 3 test, "
        "x (1, 28, 28) float32, y int64"
    )
    assert d.real
    pixels = np.random.default_rng(0).integers(0, 256, (7, 28, 28), np.uint8)
    np.testing.assert_allclose(d.train.x[:, 0] * 255, pixels, rtol=1e-6)
    assert data.mnist(stand_in=False).source == "the cache"


@pytest.mark.usefixtures("offline")
def test_offline_gives_the_stand_in_and_says_so_once(capsys):
    for _ in range(2):
        d = data.mnist()
        assert not d.real
        assert "NOT the real data, but a stand-in" in repr(d)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "d2lcode: the real MNIST cannot be had (D2LCODE_OFFLINE is set). "
        "What you get is a stand-in, scikit-learn's 8x8 digits enlarged; "
        "results on it are not results on MNIST. "
        "data.mnist(stand_in=False) says what was tried.\n"
    )


@pytest.mark.usefixtures("offline")
def test_each_data_set_says_so_for_itself(capsys):
    data.mnist()
    data.housing()
    err = capsys.readouterr().err
    assert "the real MNIST" in err
    assert "the real Boston housing" in err


def test_bad_answers_everywhere_give_the_stand_in(
    new_server, tiny_mnist, capsys
):
    servers = [new_server(), new_server()]
    tiny_mnist(*(s.url for s in servers))
    servers[0].routes["/train-images-idx3-ubyte.gz"] = b"<html>hello"
    servers[1].routes["/train-images-idx3-ubyte.gz"] = not_found
    assert not data.mnist().real
    assert "the server says 404" in capsys.readouterr().err


def test_insisting_names_each_address_and_why(new_server, tiny_mnist):
    servers = [new_server(), new_server()]
    tiny_mnist(*(s.url for s in servers))
    servers[0].routes["/train-images-idx3-ubyte.gz"] = b"<html>hello"
    with pytest.raises(DataUnavailableError) as error:
        data.mnist(stand_in=False)
    name = "train-images-idx3-ubyte.gz"
    message = str(error.value)
    assert (
        f"{servers[0].url}/{name}: what came is an HTML page, not {name}"
        in message
    )
    assert f"{servers[1].url}/{name}: the server says 404" in message


def test_the_stand_in_can_be_asked_for(server, tiny_mnist, capsys):
    server.serve(tiny_mnist(server.url))
    assert not data.mnist(stand_in=True).real
    assert server.asked == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("offline")
def test_used_says_what_was_loaded():
    assert data.used() == {}
    data.housing(stand_in=True)
    assert data.used() == {}
    data.housing()
    assert data.used() == {"housing": "stand-in"}


def test_used_says_what_there_is_now(server, tiny_mnist):
    packed = tiny_mnist(server.url)
    data.mnist()
    assert data.used() == {"mnist": "stand-in"}
    server.serve(packed)
    data.retry()
    data.mnist()
    assert data.used() == {"mnist": data.locate("mnist")}
    assert data.used()["mnist"].startswith("real:")
