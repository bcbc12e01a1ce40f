"""Fetching from servers that misbehave, over real HTTP on loopback."""

import gzip
import io
import os
import subprocess
import sys
import tarfile
import threading
import time
import zipfile

import pytest
from data_help import (
    CONTENT,
    PACKED,
    body,
    broken_off,
    dripping,
    endless,
    leftovers,
    not_found,
    refused_url,
    silent,
)

from d2lcode.data import fetch, network, registry, store, verify
from d2lcode.data.errors import DataUnavailableError

pytestmark = pytest.mark.usefixtures("home")

NUMBERS = PACKED["numbers.bin.gz"]
HTML = b"<!DOCTYPE html><html><body>Please log in to the network</body>"
ALTERED = gzip.compress(CONTENT["numbers.bin.gz"][:-1] + b"!")
LONGER = gzip.compress(CONTENT["numbers.bin.gz"] + b"!")
SHORTER = gzip.compress(CONTENT["numbers.bin.gz"][:-1])
FLIPPED = NUMBERS[:40] + bytes([NUMBERS[40] ^ 255]) + NUMBERS[41:]

BAD_ANSWERS = {
    "packed file cut short": (NUMBERS[:-20], "cut short"),
    "content cut short": (SHORTER, "cut short: 59999 of 60000 bytes"),
    "content longer": (LONGER, "longer than the expected 60000 bytes"),
    "altered": (ALTERED, "altered: its content has SHA-256"),
    "a byte flipped": (FLIPPED, "numbers.bin.gz is "),
    "empty": (b"", "cut short: 0 of 60000 bytes"),
    "HTML page": (HTML, "an HTML page, not numbers.bin.gz"),
    "HTML after a mark": (b"\xef\xbb\xbf\n" + HTML, "an HTML page"),
    "404": (not_found, "the server says 404"),
    "500": (body(b"", 500), "the server says 500"),
    "broken off": (broken_off(NUMBERS), "the connection broke off"),
    "silent": (silent, "silent for 0.4 s"),
    "endless": (endless, "numbers.bin.gz does not end"),
}


@pytest.fixture(params=BAD_ANSWERS)
def bad(request, new_server):
    """A server that fails on the first file, and what is said of it."""
    answer, words = BAD_ANSWERS[request.param]
    server = new_server().serve({**PACKED, "numbers.bin.gz": answer})
    server.words = words
    return server


def test_a_good_answer_is_kept(server, toy, home):
    files = store.obtain(toy(server.url))
    for name, path in zip(CONTENT, files.paths.values(), strict=True):
        assert path == home / "toy" / name
        assert verify.read_content(path) == CONTENT[name]
    assert files.source == server.url
    assert leftovers(home) == sorted(CONTENT)


def test_what_is_kept_is_not_fetched_again(server, toy):
    entry = toy(server.url)
    store.obtain(entry)
    asked = list(server.asked)
    assert store.obtain(entry).source == "the cache"
    assert server.asked == asked


def test_a_bad_answer_is_refused_and_leaves_nothing(bad, toy, home):
    with pytest.raises(DataUnavailableError) as error:
        store.obtain(toy(bad.url))
    address = f"{bad.url}/numbers.bin.gz"
    assert bad.words in error.value.reasons[address]
    assert address in str(error.value)
    assert bad.words in str(error.value)
    assert leftovers(home) == []


def test_after_a_bad_answer_comes_the_next_mirror(bad, server, toy, home):
    files = store.obtain(toy(bad.url, server.url))
    assert (
        verify.read_content(files.paths["numbers"])
        == (CONTENT["numbers.bin.gz"])
    )
    assert server.url in files.source
    assert leftovers(home) == sorted(CONTENT)


def test_a_refused_connection_is_named(toy):
    url = refused_url()
    with pytest.raises(DataUnavailableError) as error:
        store.obtain(toy(url))
    reason = error.value.reasons[f"{url}/numbers.bin.gz"]
    # Windows keeps knocking for two seconds where nobody listens.
    assert reason.startswith(("connection refused", "no answer within"))


def test_after_a_refused_connection_comes_the_next_mirror(server, toy):
    assert store.obtain(toy(refused_url(), server.url)).source == server.url


def test_an_unknown_host_is_named(toy):
    with pytest.raises(DataUnavailableError, match=r"nowhere\.invalid"):
        store.obtain(toy("http://nowhere.invalid"))


def test_a_silent_server_costs_its_time_once(new_server, server, toy):
    mute = new_server()
    mute.routes = dict.fromkeys(("/numbers.bin.gz", "/words.txt"), silent)
    store.obtain(toy(mute.url, server.url))
    assert mute.asked == ["/numbers.bin.gz"]


def test_a_slow_server_is_given_up(new_server, server, toy, monkeypatch):
    monkeypatch.setattr(fetch, "SLOW_SECONDS", 0.2)
    monkeypatch.setattr(fetch, "SLOW_BYTES_PER_SECOND", 1e9)
    slow = new_server().serve({"numbers.bin.gz": dripping(b"x" * 100_000)})
    with pytest.raises(DataUnavailableError, match="too slow"):
        store.obtain(toy(slow.url))


def test_mirrors_may_pack_the_same_content_differently(server, toy):
    content = CONTENT["numbers.bin.gz"]
    server.serve({"numbers.bin.gz": gzip.compress(content, 9)})
    assert gzip.compress(content, 9) != NUMBERS
    path = store.obtain(toy(server.url)).paths["numbers"]
    assert verify.read_content(path) == content


def test_a_server_may_unpack_on_the_way(server, toy):
    answer = body(NUMBERS, Content_Encoding="gzip")
    server.serve({"numbers.bin.gz": answer})
    path = store.obtain(toy(server.url)).paths["numbers"]
    assert verify.read_content(path) == CONTENT["numbers.bin.gz"]


def test_a_bad_address_is_asked_once_until_retry(new_server, toy):
    server = new_server().serve({"numbers.bin.gz": HTML})
    entry = toy(server.url)
    for _ in range(3):
        with pytest.raises(DataUnavailableError, match="HTML"):
            store.obtain(entry)
    assert len(server.asked) == 1
    server.serve(PACKED)
    store.retry()
    assert store.obtain(entry).source == server.url


def test_a_broken_connection_may_be_tried_again(new_server, toy):
    server = new_server().serve({"numbers.bin.gz": broken_off(NUMBERS)})
    with pytest.raises(DataUnavailableError, match="broke off"):
        store.obtain(toy(server.url))
    server.serve(PACKED)
    assert store.obtain(toy(server.url)).source == server.url


def test_an_interrupt_leaves_nothing(server, toy, home, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(verify, "check", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.obtain(toy(server.url))
    assert leftovers(home) == []


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows replaces no open file"
)
def test_a_file_is_replaced_whole_under_a_reader(server, toy, home):
    target = home / "toy" / "words.txt"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"bad, and being read")
    with target.open("rb") as reader:
        store.obtain(toy(server.url))
        assert reader.read() == b"bad, and being read"
    assert target.read_bytes() == CONTENT["words.txt"]


def test_a_cache_that_cannot_be_written_is_named(
    server, toy, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path / "file"))
    with pytest.raises(DataUnavailableError, match="not writable"):
        store.obtain(toy(server.url))


def test_the_bar_is_drawn_where_it_can_be(server, toy, capsys, monkeypatch):
    monkeypatch.setattr(fetch, "_can_draw", lambda: True)
    store.obtain(toy(server.url))
    assert "numbers.bin.gz" in capsys.readouterr().err


def test_no_bar_is_drawn_into_a_log(server, toy, capsys):
    store.obtain(toy(server.url))
    assert capsys.readouterr() == ("", "")


# --- archives at an address


def tar_of(members):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def zip_of(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def in_archive(entry, url, member):
    file = entry.files[1]
    address = f"{url}/all.pack#{member}"
    return registry.File(
        file.name, file.role, file.sha256, file.size, (address,)
    )


@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_a_member_of_an_archive_is_taken(pack, server, toy, home):
    packed = pack({"in/words.txt": CONTENT["words.txt"], "in/more": b"?"})
    server.serve({"all.pack": packed})
    file = in_archive(toy(server.url), server.url, "in/words.txt")
    fetch.fetch(file, home / "toy" / "words.txt")
    assert leftovers(home) == ["words.txt"]
    verify.check(home / "toy" / "words.txt", file)


@pytest.mark.parametrize("pack", [tar_of, zip_of])
@pytest.mark.parametrize("evil", ["../../evil", "/tmp/d2lcode-evil"])
def test_an_archive_that_climbs_out_is_refused(
    pack, evil, server, toy, home, tmp_path
):
    packed = pack({"words.txt": CONTENT["words.txt"], evil: b"gotcha"})
    server.serve({"all.pack": packed})
    file = in_archive(toy(server.url), server.url, "words.txt")
    with pytest.raises(fetch.FetchError) as error:
        fetch.fetch(file, home / "toy" / "words.txt")
    assert f"its member {evil!r} would land outside" in str(error.value)
    assert leftovers(home) == []
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    ("packed", "words"),
    [
        (zip_of({"other": b""}), "no member 'words.txt'"),
        (zip_of({"words.txt": b"altered"}), "cut short: 7 of 1250"),
        (HTML, "the archive is damaged, or no archive"),
    ],
)
def test_a_bad_archive_is_refused(packed, words, server, toy, home):
    server.serve({"all.pack": packed})
    file = in_archive(toy(server.url), server.url, "words.txt")
    with pytest.raises(fetch.FetchError, match=words):
        fetch.fetch(file, home / "toy" / "words.txt")
    assert leftovers(home) == []


def test_an_archive_that_is_not_there_is_asked_for_once(new_server, toy, home):
    server = new_server()
    entry = toy(server.url)
    for member in ("a", "b"):
        with pytest.raises(fetch.FetchError, match="404"):
            fetch.fetch(in_archive(entry, server.url, member), home / member)
    assert len(server.asked) == 1


# --- more than one process

OBTAIN = """
import sys
from pathlib import Path
from d2lcode.data import registry, store, verify

files = store.obtain(registry.read(Path(sys.argv[1]))["toy"])
for file in files.entry.files:
    verify.check(files.paths[file.role], file)
print("right")
"""


def start(registry_path):
    return subprocess.Popen(
        [sys.executable, "-c", OBTAIN, str(registry_path)],
        env={**os.environ, "NO_PROXY": "*"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(condition):
    deadline = time.monotonic() + 300
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_a_process_killed_while_fetching_leaves_nothing_that_passes(
    new_server, server, toy, home
):
    slow = new_server().serve({"numbers.bin.gz": dripping(NUMBERS, 0.2, 2000)})
    toy(slow.url)
    process = start(toy.path)
    wait_until(lambda: any(p.stat().st_size for p in home.rglob("*.part")))
    process.kill()
    process.communicate()
    target = home / "toy" / "numbers.bin.gz"
    assert not target.exists()
    (part,) = target.parent.glob(".*.part")

    files = store.obtain(toy(server.url))
    assert verify.read_content(target) == CONTENT["numbers.bin.gz"]
    assert files.source == server.url

    week = time.time() - 7 * 24 * 3600
    os.utime(part, (week, week))
    target.unlink()
    store.obtain(toy(server.url))
    assert leftovers(home) == sorted(CONTENT)


def test_processes_may_fetch_the_same_file_at_once(new_server, toy, home):
    server, together = new_server().serve(PACKED), threading.Barrier(3)

    def when_all_have_asked(request):
        together.wait(300)
        dripping(NUMBERS, 0.02, 2000)(request)

    server.serve({"numbers.bin.gz": when_all_have_asked})
    toy(server.url)
    processes = [start(toy.path) for _ in range(3)]
    for process in processes:
        out, err = process.communicate(timeout=600)
        assert (out, err) == ("right\n", "")
    assert server.asked.count("/numbers.bin.gz") == 3
    assert leftovers(home) == sorted(CONTENT)


# --- no network


@pytest.fixture
def dead_network(monkeypatch):
    """A network that swallows every question."""
    knocked = []

    def swallow(endpoint, timeout):
        knocked.append(endpoint)
        time.sleep(timeout)
        raise TimeoutError("timed out")

    monkeypatch.setattr(network.socket, "create_connection", swallow)
    return knocked


def test_no_network_is_noticed_in_three_seconds():
    assert network.PATIENCE + 3 * network.WORN_PATIENCE < 3.5


def test_no_network_costs_its_time_once_for_all_mirrors(
    dead_network, toy, monkeypatch
):
    monkeypatch.setattr(network, "PATIENCE", 0.5)
    entry = toy(*(f"http://mirror{i}.invalid" for i in range(4)))
    for _ in range(3):
        with pytest.raises(DataUnavailableError, match="no answer within 0"):
            store.obtain(entry)
    assert len(dead_network) == 4  # three times in vain, each asked once


def test_all_mirrors_are_asked_together(toy, monkeypatch):
    together = threading.Barrier(4)

    def refuse_when_all_have_knocked(endpoint, timeout):
        together.wait(300)
        raise ConnectionRefusedError

    monkeypatch.setattr(network, "PATIENCE", 300.0)
    monkeypatch.setattr(
        network.socket, "create_connection", refuse_when_all_have_knocked
    )
    entry = toy(*(f"http://mirror{i}.invalid" for i in range(4)))
    with pytest.raises(DataUnavailableError, match="connection refused"):
        store.obtain(entry)
    assert not together.broken


@pytest.mark.usefixtures("dead_network")
def test_the_next_data_set_waits_less(toy, monkeypatch):
    monkeypatch.setattr(network, "PATIENCE", 0.5)
    monkeypatch.setattr(network, "WORN_PATIENCE", 0.1)
    for host, seconds in (("a", "0.5"), ("b", "0.1")):
        with pytest.raises(DataUnavailableError, match=f"within {seconds} s"):
            store.obtain(toy(f"http://{host}.invalid"))


def test_a_good_mirror_need_not_wait_for_dead_ones(server, toy, monkeypatch):
    connect, over = network.socket.create_connection, threading.Event()
    demand, waited_for = network.Memory.demand, []

    def half_dead(endpoint, *rest, **more):
        if endpoint[0].endswith(".invalid"):
            over.wait(300)
        return connect(endpoint, *rest, **more)

    def noted(memory, address):
        waited_for.append(address)
        demand(memory, address)

    monkeypatch.setattr(network.socket, "create_connection", half_dead)
    monkeypatch.setattr(network.Memory, "demand", noted)
    store.obtain(toy(server.url, "http://dead.invalid"))
    over.set()
    assert waited_for
    assert all(address.startswith(server.url) for address in waited_for)


def test_behind_a_proxy_it_is_the_proxy_that_must_answer(
    server, toy, home, monkeypatch
):
    monkeypatch.setenv("http_proxy", server.url)
    far = "http://far.invalid"
    server.routes = {f"{far}/{name}": b for name, b in PACKED.items()}
    assert store.obtain(toy(far)).source == far
    assert leftovers(home) == sorted(CONTENT)
