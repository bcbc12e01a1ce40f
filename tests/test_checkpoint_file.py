"""A checkpoint file is the old one or the new one, at every moment."""

import os
import pathlib

import pytest

from d2lcode import _checkpoint_file as files


class Killed(BaseException):
    """The process is gone at this very moment."""


def die_at(monkeypatch, moment):
    """Let the process die as it is about to do the moment-th thing."""
    count = iter(range(moment))

    def deadly(function):
        def call(*arguments, **options):
            if next(count, None) is None:
                raise Killed
            return function(*arguments, **options)

        return call

    monkeypatch.setattr(os, "fsync", deadly(os.fsync))
    monkeypatch.setattr(os, "link", deadly(os.link))
    for name in ("open", "replace", "unlink"):
        method = getattr(pathlib.Path, name)
        monkeypatch.setattr(pathlib.Path, name, deadly(method))


@pytest.mark.parametrize("moment", range(12))
def test_death_at_any_moment(tmp_path, monkeypatch, moment):
    path = tmp_path / "run.ckpt"
    files.write_whole(path, b"oldest", "X")
    files.write_whole(path, b"old", "X")
    with monkeypatch.context() as patch:
        die_at(patch, moment)
        try:
            files.write_whole(path, b"new", "X")
            finished = True
        except Killed:
            finished = False
    assert files.read_whole(path, "X") == (b"new" if finished else b"old")
    kept = files.read_whole(files.previous(path), "X")
    assert kept == b"old" if finished else kept in (b"old", b"oldest")
    assert finished == (moment >= 6)
    files.write_whole(
        path, b"newer", "X"
    )  # what was left lying is no hindrance
    assert files.read_whole(path, "X") == b"newer"


def test_the_one_before_is_kept(tmp_path):
    path = tmp_path / "run.ckpt"
    files.write_whole(path, b"one", "X")
    assert not files.previous(path).exists()
    files.write_whole(path, b"two", "X")
    files.write_whole(path, b"three", "X")
    assert files.read_whole(path, "X") == b"three"
    assert files.read_whole(files.previous(path), "X") == b"two"
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "run.ckpt",
        "run.ckpt.previous",
    ]


def test_without_hard_links(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "run.ckpt"
    files.write_whole(path, b"one", "X")
    files.write_whole(path, b"two", "X")
    assert files.read_whole(path, "X") == b"two"
    assert files.read_whole(files.previous(path), "X") == b"one"


def test_every_way_of_cutting_is_noticed(tmp_path):
    path = tmp_path / "run.ckpt"
    files.write_whole(path, bytes(range(50)), "X")
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(files.CheckpointError, match="cut short"):
            files.read_whole(path, "X")
    path.write_bytes(whole + b"!")
    with pytest.raises(files.CheckpointError, match="altered"):
        files.read_whole(path, "X")


def test_differences_are_all_named():
    there = {"lr": 0.1, "seed": 1, "same": [1, 2], "only there": 3}
    here = {"lr": 0.2, "seed": 2, "same": [1, 2], "only here": 4}
    with pytest.raises(files.CheckpointError) as refusal:
        files.refuse_other("run.ckpt", there, here)
    says = str(refusal.value)
    assert "lr is 0.1 there and 0.2 here" in says
    assert "seed is 1 there and 2 here" in says
    assert "only there is 3 there and None here" in says
    assert "only here is None there and 4 here" in says
    assert "same" not in says
    files.refuse_other("run.ckpt", here, dict(here))
