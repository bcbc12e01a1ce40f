"""Runs are found again by content, and only while they still hold."""

import os

import pytest
from nbformat import v4
from sidebyside import store

from d2lcode import data


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A notebook in a store of its own, with its files there."""
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path))
    monkeypatch.setattr(store.LOG, "info", lambda *_: None)
    store.begin()
    notebook = v4.new_notebook(cells=[v4.new_code_cell("x = 1")])
    versions = store.versions(None)
    manifest = {"versions": versions, "sources": {}, "data": {}, "seconds": 1}
    store.put(notebook, None, manifest)
    return notebook


def files(ending):
    return list(store.folder().rglob(f"*.{ending}"))


def test_a_run_is_found_again(kept):
    assert store.find(kept, None).cells[0].source == "x = 1"


@pytest.mark.parametrize("ending", ["json", "ipynb"])
@pytest.mark.parametrize("text", ["", "{", "{}", "null", '{"cells": ['])
def test_an_entry_that_cannot_be_read_counts_as_absent(kept, ending, text):
    (path,) = files(ending)
    path.write_text(text, "utf8")
    assert store.find(kept, None) is None


def test_half_an_entry_counts_as_absent(kept):
    (path,) = files("ipynb")
    path.unlink()
    assert store.find(kept, None) is None


def test_what_is_passed_over_is_named_once(kept, monkeypatch):
    said = []
    monkeypatch.setattr(store.LOG, "info", lambda *words: said.append(words))
    (path,) = files("json")
    path.write_text("", "utf8")
    store.find(kept, None)
    store.find(kept, None)
    ((_, named, _),) = said
    assert named == path


class Network:
    """Stands in for the public addresses, and for what was fetched."""

    def __init__(self):
        self.reachable = False
        self.here = False
        self.asked = 0

    def locate(self, name):
        return "real:0123" if self.here else "stand-in"

    def obtain(self, entry):
        self.asked += 1
        if not self.reachable:
            raise data.DataUnavailableError("nowhere", {})
        self.here = True


@pytest.fixture
def network(tmp_path, monkeypatch):
    made = Network()
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path))
    monkeypatch.setattr(store.data, "locate", made.locate)
    monkeypatch.setattr(store.data_store, "obtain", made.obtain)
    store.begin()
    return made


def on_stand_in():
    versions = store.versions(None)
    manifest = {"versions": versions, "sources": {}, "data": {"mnist": ""}}
    manifest["data"]["mnist"] = "stand-in"
    return store.current(manifest, None)


def test_a_stand_in_holds_until_the_data_can_be_fetched(network):
    assert on_stand_in()
    network.reachable = True
    assert on_stand_in()  # the same build does not ask twice
    store.begin()
    assert not on_stand_in()


def test_the_network_is_asked_once_a_build(network):
    for _ in range(3):
        on_stand_in()
    assert network.asked == 1
    store.begin()
    on_stand_in()
    assert network.asked == 2


def test_a_long_search_in_vain_is_not_repeated_at_once(network, monkeypatch):
    monkeypatch.setattr(store, "LONG_SECONDS", -1.0)
    on_stand_in()
    store.begin()
    on_stand_in()
    assert network.asked == 1
    mark = store.in_vain("mnist")
    os.utime(mark, (0, mark.stat().st_mtime - store.ASK_SECONDS - 1))
    store.begin()
    on_stand_in()
    assert network.asked == 2


def test_the_folder_may_start_at_home(monkeypatch):
    monkeypatch.setenv("D2LCODE_CACHE", "~/elsewhere")
    assert "~" not in str(store.folder())
