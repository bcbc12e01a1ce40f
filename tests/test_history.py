"""What training returns."""

import math

import pytest

from d2lcode.history import History


class Tensor:
    """Something that takes notice of being read."""

    def __init__(self, value):
        self.value, self.reads = value, 0

    def __float__(self):
        self.reads += 1
        return self.value


def two_epochs():
    history = History()
    for loss in (4.0, 2.0):
        history.add(loss)
    history.end_epoch(2, lr=0.1, seconds=1.5, valid_loss=3.0)
    for loss in (1.0, 0.5):
        history.add(loss)
    history.end_epoch(2, lr=0.05, seconds=0.5, valid_loss=2.5)
    return history


def test_losses_and_rows():
    history = two_epochs()
    assert history.losses == [4, 2, 1, 0.5]
    assert history["loss"] == [3, 0.75]
    assert history["valid_loss"] == [3, 2.5]
    assert history["lr"] == [0.1, 0.05]
    assert history["epoch"] == [1, 2]
    assert history.seconds == 2
    assert len(history) == 2
    assert history.last["loss"] == 0.75
    assert history.columns == ("epoch", "loss", "valid_loss", "lr", "seconds")


def test_losses_are_read_late_and_once():
    history, tensor = History(), Tensor(2.5)
    history.add(tensor)
    assert tensor.reads == 0
    assert history.losses == history.losses == [2.5]
    assert tensor.reads == 1


def test_before_the_first_epoch():
    history = History()
    assert history.losses == []
    assert history.last == {}
    assert history.columns == ()
    assert history.seconds == 0
    assert len(history) == 0
    assert repr(history) == "History: 0 epochs, 0 steps, 0.0 s"


def test_an_unknown_column_names_those_there_are():
    with pytest.raises(KeyError, match=r"there are .*valid_loss"):
        two_epochs()["valid_los"]
    with pytest.raises(KeyError):
        History()["loss"]


def test_repr_tells_the_last_row():
    assert repr(two_epochs()) == (
        "History: 2 epochs, 4 steps, 2.0 s; loss 0.75, valid_loss 2.5"
    )


@pytest.mark.parametrize("bad", [math.inf, -math.inf, math.nan])
def test_divergence(bad):
    history = two_epochs()
    assert not history.diverged
    history.add(bad)
    assert history.diverged


def test_state_goes_there_and_back_and_is_then_independent():
    history, other = two_epochs(), History()
    history.add(Tensor(9.0))
    other.load_state_dict(history.state_dict())
    assert other.losses == history.losses
    assert other.epochs == history.epochs
    other.add(1.0)
    other.end_epoch(1, lr=1, seconds=0)
    assert len(history.losses) == 5
    assert len(history) == 2


def test_plot_draws_the_losses():
    figure = two_epochs().plot()
    axes = figure.axes[0]
    assert [line.get_label() for line in axes.lines] == ["loss", "valid_loss"]
    assert axes.lines[1].get_xdata().tolist() == [1, 2]
    assert axes.lines[1].get_ydata().tolist() == [3, 2.5]
    only = two_epochs().plot("lr").axes[0]
    assert [line.get_label() for line in only.lines] == ["lr"]
