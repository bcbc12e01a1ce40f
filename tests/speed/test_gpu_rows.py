"""What `make bench` prints where there is a GPU, with the CPU for one."""

import pytest

from benchmarks import training


@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_each_size_of_batch_has_its_rows(backend, monkeypatch):
    pytest.importorskip(backend)
    monkeypatch.setattr(training, "GPU_BATCHES", (8, 16))
    rows = training.gpu_rows(backend, "cpu", count=20, epochs=2, rounds=1)
    ratios = [row for row in rows if row.unit == "×"]
    assert [row.bound for row in ratios] == [1.10, 1.10]
    assert [row.what for row in rows if "batch 16" in row.what] == [
        f"LeNet, {backend}, cpu, batch 16: {name}"
        for name in (
            "fit over a loop by hand",
            "training, fit",
            "training, by hand",
        )
    ]
    assert all(row.value > 0 for row in rows)


@pytest.mark.parametrize("device", [None, "cuda:3"])
@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_they_come_only_where_there_is_one(backend, device, monkeypatch):
    pytest.importorskip(backend)
    for size in ("PICTURES", "SHORT"):
        monkeypatch.setattr(training, size, 8)
    monkeypatch.setattr(training, "ROUNDS", 1)
    monkeypatch.setattr(training, "gpu", lambda backend: device)
    monkeypatch.setattr(
        training, "gpu_rows", lambda backend, device, **sizes: [device]
    )
    rows = training.rows(backend, repeats=1)
    assert (device in rows) is (device is not None)


@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_a_loop_by_hand_goes_through_all_epochs(backend):
    pytest.importorskip(backend)
    fit, by_hand = training.contenders(backend, 20, epochs=3).values()
    assert len(fit()) == len(by_hand()) == 3
