"""Half precision: which kind a device gets, and steps that are skipped."""

import importlib
from contextlib import nullcontext

import numpy as np
import pytest

from d2lcode import parity


def module(d2l, name):
    return importlib.import_module(f"{d2l.__name__}.{name}")


def is_torch(d2l):
    return d2l.__name__.endswith("torch")


@pytest.fixture
def gpu(d2l, monkeypatch):
    """A device that passes for a GPU, with bfloat16 or without."""

    def pretend(has_bfloat16):
        devices = module(d2l, "devices")
        monkeypatch.setattr(devices, "has_bfloat16", lambda _: has_bfloat16)
        if is_torch(d2l):
            import torch

            return torch.device("cpu")
        monkeypatch.setattr(devices.paddle.amp, "GradScaler", Switch)
        return "gpu:0"

    return pretend


class Switch:
    """A scaler's switch; Paddle's own lets none be on without a GPU."""

    def __init__(self, enable):
        self.enable = enable

    def is_enable(self):
        return self.enable


def half_and_scaled(d2l, device, mixed):
    """The type of a half-precision context, and whether losses are scaled."""
    context, scaler = module(d2l, "devices").precision(device, mixed)
    kind = str(context.args[1]) if is_torch(d2l) else context.keywords["dtype"]
    scaled = getattr(scaler, "is_enabled", None) or scaler.is_enable
    return kind.split(".")[-1], scaled()


def test_bfloat16_needs_no_scaler(d2l, gpu):
    assert half_and_scaled(d2l, gpu(True), True) == ("bfloat16", False)


def test_float16_has_one(d2l, gpu):
    assert half_and_scaled(d2l, gpu(False), True) == ("float16", True)


@pytest.mark.parametrize("has_bfloat16", [True, False])
def test_full_precision_has_neither(d2l, gpu, has_bfloat16):
    device = gpu(has_bfloat16)
    context, scaler = module(d2l, "devices").precision(device, False)
    assert context is nullcontext
    scaled = getattr(scaler, "is_enabled", None) or scaler.is_enable
    assert not scaled()


def test_the_cpu_computes_in_bfloat16(d2l):
    devices = module(d2l, "devices")
    assert devices.has_bfloat16(d2l.choose_device("cpu"))


@pytest.mark.parametrize("answer", [True, False])
def test_the_framework_says_what_a_gpu_has(d2l, monkeypatch, answer):
    asked = []
    if is_torch(d2l):
        import torch

        monkeypatch.setattr(torch.cuda, "device", lambda d: nullcontext())
        monkeypatch.setattr(
            torch.cuda,
            "is_bf16_supported",
            lambda including_emulation: (
                asked.append(including_emulation) or answer
            ),
        )
        device, expected = torch.device("cuda:1"), [False]
    else:
        import paddle

        monkeypatch.setattr(
            paddle.amp,
            "is_bfloat16_supported",
            lambda device: asked.append(device) or answer,
        )
        device, expected = "gpu:1", ["gpu:1"]
    assert module(d2l, "devices").has_bfloat16(device) is answer
    assert asked == expected


class Skipping:
    """Paddle's scaler as it acts on a GPU: it skips the first two steps."""

    def __init__(self):
        self.scaling, self.left = 4.0, 2

    def scale(self, loss):
        return loss * self.scaling

    def unscale_(self, optimizer):
        pass

    def step(self, optimizer):
        if not self.left:
            optimizer.step()

    def update(self):
        if self.left:
            self.left, self.scaling = self.left - 1, self.scaling / 2

    def state_dict(self):
        return {"scale": np.array([self.scaling])}


def overflowing(d2l):
    """A scaler under which the first two steps overflow."""
    if not is_torch(d2l):
        return Skipping()
    import torch

    class Overflows(torch.amp.GradScaler):
        left = 2

        def scale(self, loss):
            self.left -= 1
            factor = float("inf") if self.left >= 0 else 1.0
            return super().scale(loss) * factor

    return Overflows("cpu", init_scale=4.0)


def test_the_schedule_waits_for_steps_that_are_skipped(
    d2l, blobs, monkeypatch
):
    scaler = overflowing(d2l)
    training = module(d2l, "training")
    monkeypatch.setattr(
        training, "precision", lambda device, mixed: (nullcontext, scaler)
    )
    model = d2l.SoftmaxRegression(2, 3)
    rates, weights = [], []

    def watch(outputs, y):
        weights.append(parity.weights(model)["linear.weight"].copy())
        return d2l.choose_loss(None, y)(outputs, y)

    history = d2l.fit(
        model,
        blobs,
        epochs=5,
        batch_size=96,
        lr=0.5,
        loss=watch,
        device="cpu",
        schedule=lambda step: rates.append(step) or 0.5**step,
        progress=False,
    )
    assert history["lr"] == [0.5, 0.5, 0.25, 0.125, 0.0625]
    assert max(rates) == 3
    np.testing.assert_array_equal(weights[0], weights[2])
    assert (weights[2] != weights[3]).any()


def test_a_scaler_that_is_off_never_skips(d2l):
    devices = module(d2l, "devices")
    _, scaler = devices.precision(d2l.choose_device("cpu"), False)
    assert devices.updated(scaler)
