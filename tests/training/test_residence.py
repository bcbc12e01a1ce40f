"""Data that fit stay on the device; what is larger follows the steps."""

import importlib
from contextlib import nullcontext
from types import SimpleNamespace

import numpy as np
import pytest

from d2lcode import parity


def loading(d2l):
    return importlib.import_module(f"{d2l.__name__}.loading")


@pytest.fixture
def room(d2l, monkeypatch):
    """Pretend that every device has so many bytes left."""

    def pretend(size):
        monkeypatch.setattr(loading(d2l), "free_memory", lambda device: size)

    return pretend


def pair():
    """10 rows of 3 real numbers and a class: 200 bytes."""
    return np.arange(30, dtype=np.float32).reshape(10, 3), np.arange(10)


@pytest.mark.parametrize(("size", "fits"), [(800, True), (799, False)])
def test_they_may_take_a_quarter_of_the_room(d2l, room, size, fits):
    room(size)
    loader = d2l.loader(pair(), 4, shuffle=True, seed=3)
    there = loading(d2l).on_device(loader, d2l.choose_device("cpu"))
    assert (there is not loader) is fits
    for (a, b), (x, y) in zip(
        there.batches(2), loader.batches(2), strict=True
    ):
        np.testing.assert_array_equal(a.numpy(), x.numpy())
        np.testing.assert_array_equal(b.numpy(), y.numpy())


def test_a_transform_needs_them_on_the_cpu(d2l, room):
    room(10**9)
    loader = d2l.loader(pair(), 4, transform=lambda x, rng: x)
    device = d2l.choose_device("cpu")
    assert loading(d2l).on_device(loader, device) is loader


def test_a_loader_of_ones_own_is_left_alone(d2l, room):
    room(10**9)

    class Doubled(d2l.Loader):
        def take(self, rows):
            x, y = super().take(rows)
            return x * 2, y

    loader = Doubled(pair(), 4)
    device = d2l.choose_device("cpu")
    assert loading(d2l).on_device(loader, device) is loader


def test_nothing_moves_to_the_cpu(d2l):
    loader = d2l.loader(pair(), 4)
    device = d2l.choose_device("cpu")
    assert loading(d2l).on_device(loader, device) is loader


def test_on_the_device_they_are_indexed_there():
    torch = pytest.importorskip("torch")
    from d2lcode.torch import loader as torch_loader
    from d2lcode.torch.loading import Loader, on_device

    meta = torch.device("meta")
    batches = torch_loader(pair(), 4, shuffle=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("d2lcode.torch.loading.free_memory", lambda _: 10**6)
        there = on_device(batches, meta)
    assert type(there) is Loader
    shapes = [(x.device, tuple(x.shape)) for x, _ in there.batches(0)]
    assert shapes == [(meta, (4, 3)), (meta, (4, 3)), (meta, (2, 3))]
    assert batches.x.device.type == "cpu"  # the reader's own stays


def test_a_run_is_the_same_either_way(d2l, room, blobs):
    def losses(size):
        room(size)
        d2l.set_seed(1)
        model = d2l.SoftmaxRegression(2, 3)
        history = d2l.fit(
            model, blobs, blobs, epochs=2, device="cpu", progress=False
        )
        return history.losses, history["valid_loss"]

    assert losses(0) == losses(10**9)


def test_a_checkpoint_fits_either_way(d2l, room, blobs, tmp_path):
    def run(size, epochs, path):
        room(size)
        d2l.set_seed(1)
        model = d2l.SoftmaxRegression(2, 3)
        options = {"epochs": epochs, "device": "cpu", "progress": False}
        d2l.fit(model, blobs, blobs, checkpoint=path, **options)
        return parity.weights(model)

    run(10**9, 1, tmp_path / "run.ckpt")
    resumed = run(0, 3, tmp_path / "run.ckpt")
    for name, array in run(10**9, 3, None).items():
        np.testing.assert_array_equal(array, resumed[name])


def test_the_memory_of_a_gpu_is_asked_for(d2l, monkeypatch):
    devices = importlib.import_module(f"{d2l.__name__}.devices")
    if d2l.__name__.endswith("torch"):
        import torch

        monkeypatch.setattr(torch.cuda, "mem_get_info", lambda d: (70, 80))
        monkeypatch.setattr(
            torch.mps, "driver_allocated_memory", lambda: 30, raising=False
        )
        monkeypatch.setattr(
            torch.mps, "recommended_max_memory", lambda: 90, raising=False
        )
        assert devices.free_memory(torch.device("cuda:1")) == 70
        assert devices.free_memory(torch.device("mps")) == 60
        return
    cuda = devices.paddle.device.cuda
    card = SimpleNamespace(total_memory=80)
    monkeypatch.setattr(cuda, "get_device_properties", lambda d: card)
    monkeypatch.setattr(cuda, "memory_reserved", lambda d: 10)
    assert devices.free_memory("gpu:1") == 70


class Notes:
    """Stands in for Paddle's tensors and streams; notes what happens."""

    def __init__(self):
        self.notes = []

    def tensor(self, name):
        return Sent(name, self.notes)

    def current_stream(self, device):
        return self

    def record_event(self):
        number = sum(note.startswith("event") for note in self.notes)
        self.notes.append(f"event {number}")
        return Event(number, self.notes)


class Event:
    def __init__(self, number, notes):
        self.number, self.notes = number, notes

    def synchronize(self):
        self.notes.append(f"waited for {self.number}")


class Sent:
    def __init__(self, name, notes):
        self.name, self.notes, self.place = name, notes, self

    def is_gpu_place(self):
        return False

    def pin_memory(self):
        return Sent(f"pinned {self.name}", self.notes)

    def to(self, device, blocking=True):
        self.notes.append(f"{self.name} to {device}, blocking {blocking}")
        return self.name


def test_paddle_keeps_what_it_sends_until_it_has_arrived(monkeypatch):
    pytest.importorskip("paddle")
    from d2lcode.paddle import loading

    notes = Notes()
    monkeypatch.setattr(
        loading.paddle.device, "current_stream", notes.current_stream
    )
    batches = ((notes.tensor(f"x{n}"), notes.tensor("y")) for n in range(4))
    names = [x for x, _ in loading.moved(batches, "gpu:0")]
    assert names == [f"pinned x{n}" for n in range(4)]
    assert notes.notes[0] == "pinned x0 to gpu:0, blocking False"
    waits = [n for n in notes.notes if not n.startswith("pinned")]
    assert waits == [
        "event 0",
        "event 1",
        "event 2",
        "waited for 0",
        "event 3",
        "waited for 1",
    ]


class Stream(Notes):
    """Stands in for CUDA's streams, as seen from PyTorch."""

    def __call__(self, device):
        return self

    def wait_stream(self, other):
        self.notes.append("computing waits")


class Pinned(Sent):
    """Stands in for PyTorch's tensor that lies on the CPU."""

    @property
    def device(self):
        return SimpleNamespace(type="cpu")

    def pin_memory(self):
        return Pinned(f"pinned {self.name}", self.notes)

    def to(self, device, non_blocking=False):
        self.notes.append(f"{self.name} to {device} {non_blocking}")
        return self

    def record_stream(self, stream):
        self.notes.append("kept for computing")


def test_torch_copies_beside_the_step_that_computes(monkeypatch):
    torch = pytest.importorskip("torch")
    from d2lcode.torch import loading

    stream = Stream()
    for name in ("Stream", "current_stream"):
        monkeypatch.setattr(torch.cuda, name, stream)
    monkeypatch.setattr(torch.cuda, "stream", lambda side: nullcontext())
    batch = Pinned("x", stream.notes), Pinned("y", stream.notes)
    sent = [*loading.moved(iter([batch]), torch.device("cuda:0"))]
    assert [tensor.name for tensor in sent[0]] == ["pinned x", "pinned y"]
    for name in ("x", "y"):
        assert stream.notes[:3] == [
            f"pinned {name} to cuda:0 True",
            "computing waits",
            "kept for computing",
        ]
        del stream.notes[:3]
