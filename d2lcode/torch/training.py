"""Training: one loop for every model of the book."""

import os
import time
from typing import Any

import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

from d2lcode._checks import optional_positive, positive_integer
from d2lcode._progress import Progress
from d2lcode.history import History
from d2lcode.torch.checkpoint import Saver
from d2lcode.torch.defaults import (
    Loss,
    Metric,
    check_optimizer,
    choose_loss,
    choose_optimizer,
    choose_schedule,
    name_of,
)
from d2lcode.torch.devices import choose_device, precision, updated
from d2lcode.torch.distributed import Processes
from d2lcode.torch.inference import validate
from d2lcode.torch.loading import as_loader, moved, on_device
from d2lcode.torch.probing import check_batches
from d2lcode.torch.stopping import EarlyStop


def fit(
    model: nn.Module,
    train: Any,
    valid: Any = None,
    *,
    epochs: int,
    loss: Loss | None = None,
    optimizer: Any = None,
    lr: float = 0.1,
    schedule: Any = None,
    metrics: dict[str, Metric] | None = None,
    clip_norm: float | None = None,
    patience: int | None = None,
    device: str | torch.device | None = None,
    mixed_precision: bool = False,
    checkpoint: str | os.PathLike[str] | None = None,
    batch_size: int = 128,
    seed: int = 0,
    drop_last: bool = False,
    progress: bool | None = None,
    checkpoint_every: int | None = None,
) -> History:
    """Train a model by mini-batch gradient descent.

    Started by torchrun, several processes train one model: each takes its rows
    of every batch, the gradients are averaged, the first one validates and
    saves, and all return the same losses, those of whole batches.

    Args:
        model: stays on the device where it was trained.
        train: a split or a pair (x, y), which are shuffled, or a loader.
            x and y are arrays, tuples or dicts of arrays, or lists of
            sequences; the model gets one argument, of the form of x.
        valid: the same; measured after each epoch, never trained on.
        epochs: how often to go through `train`.
        loss: `loss(outputs, y)`; cross-entropy where y is an array of
            classes, squared error where it is one of real numbers.
        optimizer: one that holds the model's parameters, or some; or its
            class or name ("sgd", "adam", …), made with `lr`; or a
            callable of the parameters.
        lr: the learning rate.
        schedule: step (from 0) -> factor of the learning rate, or a
            scheduler of the optimizer; moves on after every step that is
            taken (float16 skips some).
        metrics: name -> `metric(y, outputs)` on `valid`, in NumPy.
        clip_norm: scales longer gradients down to this Euclidean norm.
        patience: ends after so many epochs without a lower validation
            loss, and gives the model its best weights back.
        device: such as "cpu" or "cuda"; the fastest there is, if None.
        mixed_precision: computes in half precision where that is safe.
        checkpoint: file to save to after each epoch, and to resume from,
            with the same data and settings; `epochs` may be more. Metrics,
            device and what a function computes are not compared.
        batch_size: examples in a step, unless `train` is a loader.
        seed: of the order of the batches, unless `train` is a loader.
        drop_last: leaves out a last batch that has fewer examples, unless
            `train` is a loader.
        progress: False for silence.
        checkpoint_every: saves after every so many steps as well.

    Raises:
        ValueError: if an argument or a label is out of range.
        CheckpointError: if the checkpoint is damaged or of another run.
    """
    positive_integer("epochs", epochs)
    optional_positive("clip_norm", clip_norm)
    order = {"shuffle": True, "seed": seed, "drop_last": drop_last}
    batches = as_loader(train, batch_size, **order)
    valid = None if valid is None else as_loader(valid, 512)
    objective = choose_loss(loss, batches.y, valid and valid.y)
    device = choose_device(device)
    model.to(device)
    optimizer = choose_optimizer(optimizer, model.parameters(), lr)
    check_optimizer(optimizer, model, objective)
    schedule = choose_schedule(schedule, optimizer)
    processes = Processes(device)
    check_batches(model, batches, device, processes.size)
    autocast, scaler = precision(device, mixed_precision)
    parallel = processes.wrap(model, objective, steps=len(batches))
    history, stop = History(), EarlyStop(patience, valid)
    saver = Saver(checkpoint, checkpoint_every, model, optimizer, processes)
    saver.demand(
        batches,
        valid,
        loss=name_of(objective),
        schedule=schedule and name_of(schedule),
        patience=patience,
        clip_norm=clip_norm,
        mixed_precision=mixed_precision,
    )
    saver.keep(history=history, stop=stop, schedule=schedule, scaler=scaler)
    start, skip = saver.resume(epochs)
    here = processes.share(on_device(batches, device))
    valid = valid and on_device(valid, device)
    show = progress if processes.rank == 0 else False
    bar = Progress(epochs, len(batches), start, skip, show)

    for epoch in range(start, epochs):
        if stop.due:
            break
        model.train()
        clock = time.perf_counter()
        todo = moved(here.batches(epoch, skip), device)
        for step, (x, y) in enumerate(todo, skip + 1):
            with autocast():
                value = processes.weigh(objective(parallel(x), y))
            optimizer.zero_grad()
            scaler.scale(value).backward()
            if clip_norm is not None:
                scaler.unscale_(optimizer)
                clip_grad_norm_(model.parameters(), clip_norm)
            scaler.step(optimizer)
            if updated(scaler) and schedule is not None:
                schedule.step()
            value = processes.mean(value.detach())
            history.add(value)
            bar.step(value)
            saver.after_step(epoch, step)
        skip = 0
        row = history.end_epoch(
            steps=len(batches),
            lr=optimizer.param_groups[0]["lr"],
            seconds=time.perf_counter() - clock,
            **processes.first(validate, model, valid, loss, metrics),
        )
        stop.look(model, row)
        bar.epoch(row)
        saver.save(epoch + 1, 0)
    bar.close()
    stop.restore(model)
    processes.settle(model)
    return history
