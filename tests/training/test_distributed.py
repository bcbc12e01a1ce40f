"""Two processes train as one does: the same losses, whatever happens.

Each backend is launched three times: undisturbed, with a process that is
killed, and on from what that one left. The scenarios are in `together.py`.
"""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

TOGETHER = Path(__file__).parent / "together.py"
LAUNCH = {
    "torch": [
        "torch.distributed.run",
        "--standalone",
        "--local-addr=127.0.0.1",
        "--nproc-per-node=2",
        "--log-dir=log",
    ],
    "paddle": [
        "paddle.distributed.launch",
        "--nproc_per_node=2",
        "--log_dir=log",
    ],
}
ALIKE = ["uneven", "last_of_one", "tokens", "noisy", "validated"]
ALIKE += ["twice", "resumed"]
REFUSED = {
    "other data": "steps is 3 in process 1 and 2 in process 0",
    "a share of one": "leaves a process with one of 10 examples",
    "trained loss": "Scorer with parameters of its own",
    "a file that only one sees": "(0, 0) in process 1 and (4, 0)",
}
pytestmark = pytest.mark.slow


def launched(backend, folder, task):
    """What the launcher said, with its exit code; in five minutes at most."""
    environment = os.environ | {
        "PADDLE_DISTRI_BACKEND": "gloo",
        "OMP_NUM_THREADS": "1",
    }
    command = [sys.executable, "-m", *LAUNCH[backend], TOGETHER]
    return subprocess.run(
        [*command, backend, folder, task],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def found(folder, task):
    texts = [folder / f"{task}-{rank}.json" for rank in range(2)]
    return [json.loads(path.read_text("utf-8")) for path in texts]


def alone(backend, folder, monkeypatch):
    """The scenarios in this process, and a checkpoint half-way."""
    monkeypatch.setattr(sys, "argv", ["", backend, str(folder)])
    monkeypatch.syspath_prepend(str(TOGETHER.parent))
    sys.modules.pop("together", None)
    together = importlib.import_module("together")
    path = folder / "other.ckpt"
    together.on_from(path, epochs=2)
    half = path.read_bytes()
    losses = {scenario.__name__: scenario() for scenario in together.SAME}
    path.write_bytes(half)
    return together, losses


@pytest.fixture(scope="module", params=["torch", "paddle"])
def runs(request, tmp_path_factory):
    """All launches of a backend, each once."""
    pytest.importorskip(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        together, losses = alone(request.param, folder, patch)
        whole = launched(request.param, folder, "all")
        assert whole.returncode == 0, whole.stdout + whole.stderr
        killed = launched(request.param, folder, "dies")
        again = launched(request.param, folder, "resumes")
        assert again.returncode == 0, again.stdout + again.stderr
        two = found(folder, "all")
        path = folder / "other.ckpt"
        back = together.on_from(path, epochs=5)
        on = together.on_from(folder / "never.ckpt", epochs=5)
    return {
        "alone": losses,
        "two": two,
        "killed": killed,
        "resumed": found(folder, "resumes"),
        "back": (back, on),
    }


@pytest.mark.parametrize("scenario", ALIKE)
def test_two_processes_have_the_losses_of_one(runs, scenario):
    first, second = (run[scenario] for run in runs["two"])
    assert first == second
    assert len(first) == len(runs["alone"][scenario]) > 0
    np.testing.assert_allclose(first, runs["alone"][scenario], atol=1e-5)


def test_early_stop_is_agreed(runs):
    epochs, steps = 8, 4
    assert len(runs["two"][0]["validated"]) < epochs * (steps + 1)


def test_one_process_goes_on_from_the_checkpoint_of_two(runs):
    np.testing.assert_allclose(*runs["back"], atol=1e-5)


def test_all_end_with_the_first_ones_running_statistics(runs):
    first, second = (run["batch norm"] for run in runs["two"])
    assert first == second


@pytest.mark.parametrize("number", range(len(REFUSED)), ids=REFUSED)
def test_what_cannot_go_well_is_refused_by_all(runs, number):
    words = list(REFUSED.values())[number]
    for run in runs["two"]:
        assert words in run["refusals"][number]


def test_dropout_differs_between_processes(runs):
    assert runs["two"][0]["dropped"] != runs["two"][1]["dropped"]


def test_a_killed_process_ends_the_others(runs):
    """PyTorch names it; Paddle may name the one whose connection broke."""
    said = runs["killed"].stdout + runs["killed"].stderr
    assert runs["killed"].returncode != 0
    assert "exitcode  : -9" in said or "Container failed" in said


def test_killed_and_resumed_it_gives_the_same_losses_to_the_bit(runs):
    for undisturbed, resumed in zip(runs["two"], runs["resumed"], strict=True):
        assert resumed["run"] == undisturbed["run"]
