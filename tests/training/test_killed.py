"""Killed again and again, a run gives the same losses to the bit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MARATHON = Path(__file__).parent / "marathon.py"
KILLS = 10  # in each of the two backends


def read(path):
    return json.loads(path.read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_ten_kills_at_random_moments(backend, tmp_path):
    pytest.importorskip(backend)
    done = subprocess.run(
        [sys.executable, str(MARATHON), backend, str(tmp_path)],
        capture_output=True,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr
    kills = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(kills) == KILLS
    assert all(kill["code"] for kill in kills), kills
    left = [kill["checkpoint"] for kill in kills]
    assert left[0] == ""  # killed before the first checkpoint
    assert len({*left[1:]}) == KILLS - 1  # it went on from kill to kill
    undisturbed = read(tmp_path / "undisturbed.json")
    assert read(tmp_path / "resumed.json") == undisturbed
    assert len(undisturbed["losses"]) == 24 * 12
