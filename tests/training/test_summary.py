"""The table of a model's layers."""

import warnings

import pytest

from d2lcode import parity


def test_lenet_is_the_published_net(d2l):
    table = d2l.summary(d2l.LeNet(), (10, 1, 28, 28))
    assert table.parameters == 61_706
    by_name = {row.name: row for row in table.rows}
    assert by_name["features.0"].kind == "Conv2d"
    assert by_name["features.0"].shape == (10, 6, 28, 28)
    assert by_name["features.0"].parameters == 5 * 5 * 6 + 6
    assert by_name["features.5"].shape == (10, 16, 5, 5)
    assert by_name["classifier.5"].shape == (10, 10)
    assert sum(row.parameters for row in table.rows) == 61_706


def test_colour_and_classes_change_the_first_and_last_layer(d2l):
    table = d2l.summary(d2l.LeNet(3, in_channels=3), (1, 3, 28, 28))
    grey = d2l.summary(d2l.LeNet(3), (1, 1, 28, 28))
    assert table.parameters - grey.parameters == 2 * 25 * 6
    assert grey.parameters == 61_706 - 7 * 85


def test_it_prints_as_a_table(d2l):
    text = str(d2l.summary(d2l.LeNet1998(), (1, 1, 28, 28))).splitlines()
    assert text[0].split() == [
        "layer",
        "kind",
        "output",
        "shape",
        "parameters",
    ]
    assert text[2].split()[:2] == ["features.0", "Conv2d"]
    assert text[-1] == "61,706 parameters, 61,706 trainable, 0 fixed"
    assert len({len(line) for line in text[2:-2]}) == 1


def normed(d2l):
    if d2l.__name__.endswith("torch"):
        from torch import nn

        return nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4))
    from paddle import nn

    return nn.Sequential(nn.Conv2D(1, 4, 3), nn.BatchNorm2D(4))


def test_running_statistics_are_no_parameters(d2l):
    table = d2l.summary(normed(d2l), (2, 1, 5, 5))
    assert [row.parameters for row in table.rows] == [40, 8]
    assert table.parameters == table.trainable == 48


def test_frozen_parameters_are_counted_as_fixed(d2l):
    model = normed(d2l)
    for parameter in model[0].parameters():
        if hasattr(parameter, "requires_grad_"):
            parameter.requires_grad_(False)
        else:
            parameter.stop_gradient = True
    table = d2l.summary(model, (2, 1, 5, 5))
    assert (table.parameters, table.trainable) == (48, 8)
    assert [row.trainable for row in table.rows] == [0, 8]
    assert str(table).endswith("48 parameters, 8 trainable, 40 fixed")


@pytest.mark.parametrize("training", [True, False])
def test_the_model_stays_as_it_was(d2l, training):
    model = normed(d2l)
    model.train()
    if not training:
        model[1].eval()
    before = parity.weights(model)
    d2l.summary(model, (2, 1, 5, 5))
    d2l.summary(model, (2, 1, 5, 5))
    assert model.training
    assert model[1].training is training
    for name, array in parity.weights(model).items():
        assert (array == before[name]).all()


def test_a_model_that_is_one_layer(d2l):
    model = d2l.LinearRegression(3).linear
    table = d2l.summary(model, (5, 3))
    assert [(r.name, r.shape) for r in table.rows] == [("Linear", (5, 1))]


def test_it_warns_of_nothing(d2l):
    """What is a tensor already is not copied into one."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        d2l.summary(d2l.SoftmaxRegression(), (2, 1, 28, 28))
