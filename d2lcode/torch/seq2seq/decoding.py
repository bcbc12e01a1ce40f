"""A trained encoder and decoder at work, writing sentences."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from d2lcode._checks import positive_integer
from d2lcode._structures import Padded
from d2lcode.torch.devices import device_of
from d2lcode.torch.inference import inference_mode
from d2lcode.torch.loading import loader, moved
from d2lcode.torch.seq2seq.encoder_decoder import Memory, Seq2Seq


def translate(
    model: Seq2Seq,
    sources: Sequence[np.ndarray],
    *,
    max_length: int,
    start: int = 1,
    end: int = 2,
    batch_size: int = 256,
) -> list[np.ndarray]:
    """Greedy search: write the likeliest token, feed it back, and again.

    Args:
        model: is in inference mode meanwhile, and as before afterwards.
        sources: tokens of each sentence, (t,) int64.
        max_length: tokens to write at most.
        start: the token to begin with.
        end: the token to end at; it is not part of what comes back.
        batch_size: sentences at a time.

    Returns:
        The tokens of each translation, (t,) int64.

    Raises:
        ValueError: `max_length` is below 1, or `sources` are no sequences.
    """
    positive_integer("max_length", max_length)
    nothing = np.zeros(len(sources), np.int64)
    batches = loader((list(sources), nothing), batch_size)
    written: list[np.ndarray] = []
    with inference_mode(model):
        for source, _ in moved(batches.batches(0), device_of(model)):
            rows = _greedy(model, source, max_length, start, end)
            written += [_cut(row, end) for row in rows]
    return written


def _greedy(
    model: Seq2Seq, source: Padded, max_length: int, start: int, end: int
) -> np.ndarray:
    """The likeliest tokens, (n, t), with whatever follows an end token."""
    memory, state = model.encoder(*source)
    tokens = torch.full_like(source.lengths, start)[:, None]
    rows: list[Tensor] = []
    done = tokens == end
    while len(rows) < max_length and not done.all():
        logits, state, _ = model.decoder(tokens, state, memory)
        tokens = logits.argmax(dim=-1)
        rows.append(tokens)
        done = done | (tokens == end)
    return torch.cat(rows, dim=1).cpu().numpy()


def _cut(row: np.ndarray, end: int) -> np.ndarray:
    return row[: np.argmax(row == end)] if end in row else row


def _read(model: Seq2Seq, source: np.ndarray) -> tuple[Memory, Tensor]:
    """What the encoder leaves of one sentence."""
    device = device_of(model)
    tokens = torch.as_tensor(source[None], device=device)
    with inference_mode(model):
        return model.encoder(tokens, torch.tensor([len(source)]).to(device))


def next_token(
    model: Seq2Seq, source: np.ndarray
) -> Callable[[np.ndarray], np.ndarray]:
    """The step function of a search for the translation of one sentence.

    It takes beginnings, (k, t) int64 from the start token on, and returns
    the log probabilities of each next token, (k, v) float32. The source is
    read once; the model is in inference mode meanwhile.

    Args:
        model: a trained one.
        source: tokens of the sentence, (s,) int64.
    """
    memory, state = _read(model, source)

    def step(beginnings: np.ndarray) -> np.ndarray:
        k = len(beginnings)
        same = Memory(*(part.expand(k, *part.shape[1:]) for part in memory))
        given = torch.as_tensor(beginnings, device=state.device)
        with inference_mode(model):
            logits = model.decoder(given, state.repeat(1, k, 1), same)[0]
        return logits[:, -1].log_softmax(dim=-1).cpu().numpy()

    return step


def attention_map(
    model: Seq2Seq, source: np.ndarray, written: np.ndarray
) -> np.ndarray:
    """The weights by which each next token was chosen, (t, s).

    Args:
        model: a trained one.
        source: tokens of the sentence, (s,) int64.
        written: what had been written by then, from the start token on,
            (t,) int64.
    """
    memory, state = _read(model, source)
    given = torch.as_tensor(written[None], device=state.device)
    with inference_mode(model):
        return model.decoder(given, state, memory)[2][0].cpu().numpy()
