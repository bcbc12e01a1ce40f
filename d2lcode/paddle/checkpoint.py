"""Checkpoints: all that a run needs to go on as if nothing had happened."""

import io
import os
import pickle
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import paddle
from paddle import nn
from paddle.optimizer import Optimizer

from d2lcode._checkpoint_file import (
    CheckpointError,
    read_whole,
    refuse_other,
    shapes,
    write_whole,
)
from d2lcode._checks import optional_count
from d2lcode.paddle.moments import (
    group_sizes,
    hyper_parameters,
    moments,
    set_moments,
)

FRAMEWORK = "PaddlePaddle"

__all__ = ["CheckpointError", "load_checkpoint", "save_checkpoint"]


def describe(
    model: nn.Layer, optimizer: Optimizer | None = None
) -> dict[str, Any]:
    """What must agree for a checkpoint to fit, by name."""
    about = {"model": type(model).__name__} | shapes(model.state_dict())
    if optimizer is not None:
        about["optimizer"] = type(optimizer).__name__
        about["tensors by group"] = group_sizes(optimizer)
        about |= hyper_parameters(optimizer)
    return about


def random_state() -> dict[str, Any]:
    """Where every random generator stands."""
    return {
        "cpu": paddle.get_rng_state("cpu"),
        "device": (paddle.get_device(), paddle.get_rng_state()),
        "numpy": np.random.get_state(),
        "python": random.getstate(),
    }


def set_random_state(state: Mapping[str, Any]) -> None:
    """Put every random generator back where it stood."""
    paddle.set_rng_state(state["cpu"], "cpu")
    device, states = state["device"]
    if device == paddle.get_device():
        paddle.set_rng_state(states)
    np.random.set_state(state["numpy"])
    random.setstate(state["python"])


def save_checkpoint(
    path: str | os.PathLike[str],
    model: nn.Layer,
    optimizer: Optimizer | None = None,
    **more: Any,
) -> None:
    """Save a model, its optimizer and the random generators.

    A kill at any moment leaves the old file or the new one, whole. The
    file it replaces is kept as `path` with `.previous` added.

    Args:
        path: the file to write; folders are made.
        model: gives its parameters and running statistics.
        optimizer: gives its moments and its hyper-parameters.
        more: numbers, words, lists, dictionaries and tensors to keep.
    """
    about = describe(model, optimizer)
    _write(path, model, optimizer, about=about, run={}, more=more)


def _write(
    path: str | os.PathLike[str],
    model: nn.Layer,
    optimizer: Optimizer | None,
    **rest: dict[str, Any],
) -> None:
    content: dict[str, Any] = {
        "model": model.state_dict(),
        "optimizer": optimizer and moments(model, optimizer),
        "random": random_state(),
        **rest,
    }
    buffer = io.BytesIO()
    paddle.save(content, buffer)
    write_whole(path, buffer.getvalue(), FRAMEWORK)


def load_checkpoint(
    path: str | os.PathLike[str],
    model: nn.Layer,
    optimizer: Optimizer | None = None,
) -> dict[str, Any]:
    """Load what `save_checkpoint` saved into a model and an optimizer.

    Nothing is changed before everything is known to fit.

    The file holds a pickle: load only files that you trust.

    Returns:
        What was saved as `more`.

    Raises:
        CheckpointError: if the file is damaged or is of another model,
            optimizer or framework; the message names what differs.
        FileNotFoundError: if there is no such file.
    """
    content = _read(path)
    about = content["about"]
    if optimizer is None:
        about = {"model": about["model"]} | shapes(content["model"])
    refuse_other(path, about, describe(model, optimizer))
    _put(content, model, optimizer)
    return content["more"]


def _read(path: str | os.PathLike[str]) -> dict[str, Any]:
    buffer = io.BytesIO(read_whole(path, FRAMEWORK))
    try:
        return paddle.load(buffer)
    except (pickle.UnpicklingError, ValueError) as error:
        raise CheckpointError(
            f"{path} holds what PaddlePaddle does not load: {error}"
        ) from error


def _put(
    content: dict[str, Any], model: nn.Layer, optimizer: Optimizer | None
) -> None:
    if optimizer is not None:
        set_moments(model, optimizer, content["optimizer"])
    model.set_state_dict(content["model"])
    set_random_state(content["random"])


class Saver:
    """Saves a run of `fit` as it goes, and finds its place again.

    Args:
        path: the checkpoint file; None saves nothing.
        every: steps between checkpoints; None saves after each epoch.
        model: what is trained.
        optimizer: what trains it.
        processes: those that train it, of which the first writes.

    Raises:
        ValueError: if `every` is no count, or there is no file to save to.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None,
        every: int | None,
        model: nn.Layer,
        optimizer: Optimizer,
        processes: Any,
    ) -> None:
        self.path = None if path is None else Path(path)
        self.every = optional_count("checkpoint_every", every)
        if path is None and every is not None:
            raise ValueError(
                "checkpoint is None; expected a file, because "
                f"checkpoint_every is {every}"
            )
        self.model, self.optimizer = model, optimizer
        self.processes = processes
        self.about = describe(model, optimizer)
        self.run: dict[str, Any] = {}
        self.parts: dict[str, Any] = {}

    def demand(self, batches: Any, valid: Any, **settings: Any) -> None:
        """These too must agree for a run to be resumed.

        Of functions, such as the loss or a schedule, only the name can
        be compared; metrics and the device may change.
        """
        if self.path is not None:
            self.run |= batches.describe() | settings
            self.run["valid"] = valid and valid.fingerprint()

    def keep(self, **parts: Any) -> None:
        """Save these too; each has state_dict and load_state_dict."""
        self.parts |= {k: p for k, p in parts.items() if p is not None}

    def after_step(self, epoch: int, step: int) -> None:
        """Save if it is time to, with `step` steps of the epoch done."""
        if self.every is not None and step % self.every == 0:
            self.save(epoch, step)

    def save(self, epoch: int, step: int) -> None:
        """Save, with `step` steps done of the epoch `epoch`."""
        if self.path is None:
            return
        states = self.processes.gather(random_state())
        if self.processes.rank == 0:
            more = {k: part.state_dict() for k, part in self.parts.items()}
            more |= {"at": [epoch, step], "random by rank": states}
            _write(
                self.path,
                self.model,
                self.optimizer,
                about=self.about,
                run=self.run,
                more=more,
            )

    def resume(self, epochs: int) -> tuple[int, int]:
        """Load the checkpoint if there is one; the epoch and step to do.

        Raises:
            CheckpointError: if it is damaged, of another run, or of one
                that went further than `epochs`.
            ValueError: if not all processes see the same file.
        """
        if self.path is None:
            return 0, 0
        there = self._load(self.path, epochs) if self.path.exists() else (0, 0)
        return self.processes.same("the checkpoint's epoch and step", there)

    def _load(self, path: Path, epochs: int) -> tuple[int, int]:
        content = _read(path)
        there = content["about"] | content["run"]
        refuse_other(path, there, self.about | self.run)
        more = content["more"]
        epoch, step = more["at"]
        if epoch + (step > 0) > epochs:
            raise CheckpointError(
                f"{path} is of a run in its epoch "
                f"{epoch + (step > 0)}, and epochs is {epochs} here"
            )
        _put(content, self.model, self.optimizer)
        for name, part in self.parts.items():
            part.load_state_dict(more[name])
        states = more.get("random by rank", [content["random"]])
        self._set_own_random_state(states)
        return epoch, step

    def _set_own_random_state(self, states: list[Any]) -> None:
        """This process's; a further one than were saved has a new seed."""
        rank = self.processes.rank
        if rank < len(states):
            set_random_state(states[rank])
        else:
            self.processes.spread_seeds()
