"""Where the work is done. Machines with a GPU test that too."""

import importlib

import numpy as np
import pytest


def test_the_cpu_is_always_there(d2l):
    assert str(d2l.choose_device("cpu")) == "cpu"


def test_without_a_name_there_is_one(d2l, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    d2l.fit(model, blobs, epochs=1, progress=False)
    assert d2l.predict(model, blobs[0]).shape == (96, 3)


def gpu(d2l):
    if d2l.__name__.endswith("torch"):
        import torch

        return "cuda" if torch.cuda.is_available() else None
    import paddle

    return "gpu" if paddle.is_compiled_with_cuda() else None


@pytest.mark.parametrize("mixed", [False, True])
def test_the_gpu_learns_as_the_cpu_does(d2l, blobs, tmp_path, mixed):
    if gpu(d2l) is None:
        pytest.skip("no GPU here")
    losses = []
    for device in ("cpu", gpu(d2l)):
        d2l.set_seed(1)
        model = d2l.SoftmaxRegression(2, 3)
        history = d2l.fit(
            model,
            blobs,
            blobs,
            epochs=3,
            lr=0.05,
            device=device,
            clip_norm=5.0,
            mixed_precision=mixed and device != "cpu",
            checkpoint=tmp_path / f"{device}.ckpt",
            progress=False,
        )
        losses.append(history.losses)
    np.testing.assert_allclose(*losses, rtol=0.05 if mixed else 1e-3)
    assert d2l.evaluate(model, blobs)["accuracy"] > 0.9


def test_on_a_gpu_data_that_stay_and_data_that_follow_are_alike(
    d2l, blobs, monkeypatch
):
    if gpu(d2l) is None:
        pytest.skip("no GPU here")
    loading = importlib.import_module(f"{d2l.__name__}.loading")
    runs = []
    for room in (0, 10**9):
        monkeypatch.setattr(loading, "free_memory", lambda _, room=room: room)
        d2l.set_seed(1)
        model = d2l.SoftmaxRegression(2, 3)
        options = {"epochs": 20, "batch_size": 4, "progress": False}
        history = d2l.fit(model, blobs, device=gpu(d2l), **options)
        runs.append(history.losses)
    np.testing.assert_allclose(*runs, rtol=1e-5)


def test_a_gpu_that_is_absent_is_refused(d2l):
    if gpu(d2l) is not None:
        pytest.skip("there is a GPU here")
    name = "cuda" if d2l.__name__.endswith("torch") else "gpu"
    with pytest.raises(ValueError, match=f"device is '{name}'; expected"):
        d2l.choose_device(name)
