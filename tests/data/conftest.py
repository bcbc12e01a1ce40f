"""A clean reader's machine, for the tests of `d2lcode.data`."""

import gzip
import hashlib
import os
import time

import numpy as np
import pytest
from data_help import CONTENT, PACKED, REAL, Server, idx

from d2lcode.data import fetch, network, registry, store

SETTINGS = ("D2LCODE_DATA_MIRROR", "D2LCODE_OFFLINE", "D2LCODE_CACHE")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A reader's machine: no mirror, an empty cache, nothing remembered."""
    for name in list(os.environ):
        if name in SETTINGS or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path / "home"))
    monkeypatch.setattr(store, "_said", set())
    monkeypatch.setattr(store, "_used", set())
    monkeypatch.setattr(fetch, "READ_SECONDS", 0.4)
    network.memory.forget()
    yield tmp_path / "home" / "data"
    network.memory.forget()


@pytest.fixture
def new_server():
    """A maker of servers, which are closed at the end of the test."""
    servers = []

    def make():
        servers.append(Server())
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture
def server(new_server):
    """A server that serves the small data set as it should."""
    return new_server().serve(PACKED)


@pytest.fixture
def toy(tmp_path):
    """A maker of the small data set's registry, for given mirrors."""

    def make(*mirrors):
        lines = [
            "[toy]",
            'title = "Toy"',
            'folder = "toy"',
            'homepage = "https://example.org/toy"',
            f"mirrors = {[f'{m}/' for m in mirrors]}",
        ]
        for name, content in CONTENT.items():
            lines += [
                "[[toy.files]]",
                f'name = "{name}"',
                f'role = "{name.split(".")[0]}"',
                f'sha256 = "{hashlib.sha256(content).hexdigest()}"',
                f"size = {len(content)}",
            ]
        path = tmp_path / f"{time.monotonic_ns()}.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        make.path = path
        return registry.read(path)["toy"]

    return make


@pytest.fixture
def tiny_mnist(monkeypatch):
    """MNIST of 7 + 3 images, on one mirror: a maker, given the mirror.

    It gives what the server has to serve.
    """
    rng = np.random.default_rng(0)
    parts = {"train": 7, "t10k": 3}
    files = {}
    for part, n in parts.items():
        x = rng.integers(0, 256, (n, 28, 28), np.uint8)
        y = rng.integers(0, 10, n).astype(np.uint8)
        files[f"{part}-images-idx3-ubyte.gz"] = idx(x)
        files[f"{part}-labels-idx1-ubyte.gz"] = idx(y)
    original = registry.entry

    def small(file, mirrors):
        content = files[file.name]
        return registry.File(
            file.name,
            file.role,
            hashlib.sha256(content).hexdigest(),
            len(content),
            tuple(f"{mirror}/{file.name}" for mirror in mirrors),
        )

    def make(*mirrors):
        real = original("mnist")
        entry = registry.Entry(
            name="mnist",
            title=real.title,
            folder=real.folder,
            files=tuple(small(file, mirrors) for file in real.files),
        )
        monkeypatch.setattr(
            registry,
            "entry",
            lambda name: entry if name == "mnist" else original(name),
        )
        return {name: gzip.compress(c) for name, c in files.items()}

    return make


@pytest.fixture
def real_data(home, monkeypatch):
    """The folder of real data; skips where there is none."""
    if not (REAL / "mnist").is_dir():
        pytest.skip("needs the real data: set D2LCODE_DATA_MIRROR")
    monkeypatch.setenv("D2LCODE_DATA_MIRROR", str(REAL))
    return REAL
