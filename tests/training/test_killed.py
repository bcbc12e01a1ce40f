"""Killed again and again, a run gives the same losses to the bit."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

MARATHON = Path(__file__).parent / "marathon.py"
KILLS = 10  # in each of the two backends


def start(backend, path, every=3):
    command = [sys.executable, str(MARATHON), backend, str(path), str(every)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )


def finish(child):
    out, err = child.communicate(timeout=250)
    assert child.returncode == 0, err
    return json.loads(out.splitlines()[-1])


def kill(child, steps, after=0.0):
    """Let it take some steps and a moment more, then end it."""
    for _ in range(steps):
        assert child.stdout.readline() == "step\n", child.stderr.read()
    time.sleep(after)
    child.kill()  # SIGKILL: nothing in the child runs any more
    child.communicate()
    assert child.returncode != 0


@pytest.fixture(scope="module", params=["torch", "paddle"])
def backend(request):
    pytest.importorskip(request.param)
    return request.param


@pytest.fixture(scope="module")
def undisturbed(backend):
    """What the run gives if nobody kills it, and saves nothing."""
    return finish(start(backend, ""))


@pytest.mark.slow
def test_ten_kills_at_random_moments(backend, undisturbed, tmp_path):
    path = tmp_path / "run.ckpt"
    kill(start(backend, path, every=100_000), steps=1)
    assert not path.exists()  # killed before the first checkpoint
    moments = random.Random(backend)
    seen = set()
    for _ in range(KILLS - 1):
        steps, after = moments.randint(5, 55), moments.uniform(0, 0.004)
        kill(start(backend, path), steps, after)
        seen.add(path.read_bytes())
    assert len(seen) == KILLS - 1  # it went on from kill to kill
    assert finish(start(backend, path)) == undisturbed
