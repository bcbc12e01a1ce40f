"""The loop: it learns, and every option does what it says."""

import numpy as np
import pytest

from d2lcode import parity


def quiet(d2l, model, *data, **options):
    return d2l.fit(model, *data, progress=False, **options)


def point_model(d2l, classes=3):
    return d2l.SoftmaxRegression(2, classes)


def test_it_recovers_a_line(d2l, line):
    model = d2l.LinearRegression(2)
    history = quiet(d2l, model, line, epochs=60, lr=0.1, batch_size=16)
    arrays = parity.weights(model)
    np.testing.assert_allclose(
        arrays["linear.weight"], [[2, -3]], rtol=0, atol=1e-3
    )
    np.testing.assert_allclose(arrays["linear.bias"], [1], rtol=0, atol=1e-3)
    assert history.losses[-1] < 1e-5 < history.losses[0]


def test_it_separates_classes(d2l, blobs):
    model = point_model(d2l)
    history = quiet(d2l, model, blobs, blobs, epochs=5, lr=0.1)
    assert history["valid_accuracy"][-1] > 0.97
    assert d2l.evaluate(model, blobs)["accuracy"] > 0.97


def test_one_step_is_the_formula(d2l, line):
    """w - lr · gradient of the mean square, by hand in NumPy."""
    x, y = line
    model = d2l.LinearRegression(2)
    before = parity.weights(model)
    history = quiet(d2l, model, line, epochs=1, lr=0.05, batch_size=64)
    w, b = before["linear.weight"].T, before["linear.bias"]
    error = x @ w + b - y
    assert history.losses == pytest.approx([(error**2).mean()])
    after = parity.weights(model)
    np.testing.assert_allclose(
        after["linear.weight"].T, w - 0.05 * 2 * x.T @ error / 64, rtol=1e-4
    )
    np.testing.assert_allclose(
        after["linear.bias"], b - 0.05 * 2 * error.mean(0), rtol=1e-4
    )


def test_history_has_a_loss_a_step_and_a_row_an_epoch(d2l, blobs):
    history = quiet(
        d2l, point_model(d2l), blobs, blobs, epochs=3, batch_size=40
    )
    assert len(history.losses) == 3 * 3
    assert [row["epoch"] for row in history.epochs] == [1, 2, 3]
    assert set(history.columns) == {
        "epoch",
        "loss",
        "valid_loss",
        "valid_accuracy",
        "lr",
        "seconds",
    }
    assert history["loss"][1] == pytest.approx(np.mean(history.losses[3:6]))
    assert all(isinstance(loss, float) for loss in history.losses)


def test_same_seeds_same_losses_another_seed_others(d2l, blobs):
    def run(weights, order):
        d2l.set_seed(weights)
        model = point_model(d2l)
        return quiet(
            d2l, model, blobs, epochs=2, batch_size=16, seed=order
        ).losses

    assert run(1, 1) == run(1, 1)
    assert run(1, 1) != run(1, 2)
    assert run(1, 1) != run(2, 1)


def test_schedule_is_a_factor_by_step(d2l, line):
    model = d2l.LinearRegression(2)
    options = {"epochs": 2, "batch_size": 32, "lr": 0.01}
    factors = []

    def schedule(step):
        factors.append(step)
        return 1.0 if step < 2 else 0.0

    history = quiet(d2l, model, line, schedule=schedule, **options)
    assert set(factors) == {0, 1, 2, 3, 4}
    assert history["lr"] == [0.0, 0.0]
    frozen = parity.weights(model)
    fresh = d2l.LinearRegression(2)
    parity.load(fresh, frozen)
    quiet(d2l, fresh, line, schedule=lambda step: 0.0, **options)
    for name, array in parity.weights(fresh).items():
        np.testing.assert_array_equal(array, frozen[name])


def test_clipping_bounds_the_step(d2l, line):
    model = d2l.LinearRegression(2)
    before = parity.weights(model)
    quiet(d2l, model, line, epochs=1, lr=1, batch_size=64, clip_norm=0.25)
    after = parity.weights(model)
    moved = np.concatenate([(after[k] - before[k]).ravel() for k in before])
    assert np.linalg.norm(moved) == pytest.approx(0.25, rel=1e-3)


def test_early_stop_ends_and_gives_the_best_weights_back(d2l, line):
    x, y = line
    wrong = (x, -y)  # whatever is learnt makes this worse
    model = d2l.LinearRegression(2)
    history = quiet(d2l, model, line, wrong, epochs=50, lr=0.1, patience=3)
    best = int(np.argmin(history["valid_loss"]))
    assert len(history) == best + 1 + 3
    score = d2l.evaluate(model, wrong)["loss"]
    assert score == pytest.approx(history["valid_loss"][best], rel=1e-5)
    assert score < history["valid_loss"][-1]


def test_without_patience_the_last_weights_stay(d2l, line):
    x, y = line
    model = d2l.LinearRegression(2)
    history = quiet(d2l, model, line, (x, -y), epochs=5, lr=0.1)
    score = d2l.evaluate(model, (x, -y))["loss"]
    assert score == pytest.approx(history["valid_loss"][-1], rel=1e-5)


def test_own_loss_and_metrics(d2l, line):
    model = d2l.LinearRegression(2)
    history = quiet(
        d2l,
        model,
        line,
        line,
        epochs=40,
        lr=0.05,
        loss=lambda outputs, y: (outputs - y).abs().mean(),
        metrics={"worst": lambda y, outputs: np.abs(y - outputs).max()},
    )
    assert "valid_accuracy" not in history.columns
    assert history["valid_worst"][-1] < history["valid_worst"][0]
    assert history["valid_loss"][-1] <= history["valid_worst"][-1]


def optimizers(d2l, model):
    """Adam in all the ways in which it can be asked for."""
    if d2l.__name__.endswith("torch"):
        import torch

        adam, made = torch.optim.Adam, {"params": model.parameters()}
        rate = "lr"
    else:
        import paddle

        adam = paddle.optimizer.Adam
        made, rate = {"parameters": model.parameters()}, "learning_rate"
    name = next(iter(made))
    return {
        "name": "adam",
        "class": adam,
        "object": adam(**made, **{rate: 0.01}),
        "callable": lambda p: adam(**{name: p, rate: 0.01}),
    }


@pytest.mark.parametrize("way", ["name", "class", "object", "callable"])
def test_the_optimizer_can_be_given_in_four_ways(d2l, blobs, way):
    model, same = point_model(d2l), point_model(d2l)
    parity.carry(model, same)
    given = optimizers(d2l, model)[way]
    ours = quiet(d2l, model, blobs, epochs=3, lr=0.01, optimizer=given)
    by_name = quiet(d2l, same, blobs, epochs=3, lr=0.01, optimizer="adam")
    assert ours.losses == by_name.losses


def step_decay(d2l, model):
    """An optimizer and a scheduler of the framework's own, 0.1 -> 0.05."""
    if d2l.__name__.endswith("torch"):
        import torch

        sgd = torch.optim.SGD(model.parameters(), lr=0.1)
        return sgd, torch.optim.lr_scheduler.StepLR(sgd, 2, gamma=0.5)
    import paddle

    decay = paddle.optimizer.lr.StepDecay(0.1, step_size=2, gamma=0.5)
    parameters = model.parameters()
    return paddle.optimizer.SGD(decay, parameters=parameters), decay


def test_a_scheduler_of_the_framework_will_do(d2l, blobs, tmp_path):
    """It moves on after each step, and a resumed run finds its place."""

    def attempt(epochs, path=None):
        d2l.set_seed(0)
        model = point_model(d2l)
        optimizer, schedule = step_decay(d2l, model)
        return quiet(
            d2l,
            model,
            blobs,
            epochs=epochs,
            optimizer=optimizer,
            schedule=schedule,
            checkpoint=path,
        )

    at_once = attempt(6)
    assert at_once["lr"] == [0.1, 0.05, 0.05, 0.025, 0.025, 0.0125]
    attempt(3, tmp_path / "run.ckpt")
    assert attempt(6, tmp_path / "run.ckpt").losses == at_once.losses


def test_mixed_precision_learns_as_well(d2l, blobs):
    model = point_model(d2l)
    quiet(d2l, model, blobs, epochs=5, lr=0.1, mixed_precision=True)
    assert d2l.evaluate(model, blobs)["accuracy"] > 0.97
    assert all(a.dtype == np.float32 for a in parity.weights(model).values())


def test_mixed_precision_computes_in_half_where_torch_can(blobs):
    pytest.importorskip("torch")
    from d2lcode import torch as d2l

    seen = []

    def loss(outputs, y):
        seen.append(str(outputs.dtype))
        return d2l.choose_loss(None, y)(outputs, y)

    for mixed in (True, False):
        model = point_model(d2l)
        options = {"loss": loss, "mixed_precision": mixed, "device": "cpu"}
        quiet(d2l, model, blobs, epochs=1, **options)
    assert seen == ["torch.bfloat16", "torch.float32"]


def test_dropout_is_on_in_training_and_off_in_validation(d2l, blobs):
    seen = []

    def watch(layer, *_):
        seen.append(layer.training)

    model = point_model(d2l)
    if hasattr(model, "register_forward_hook"):
        model.register_forward_hook(watch)
    else:
        model.register_forward_post_hook(watch)
    quiet(d2l, model, blobs, blobs, epochs=2, batch_size=96)
    assert seen == [True, False, True, False]


def test_a_split_of_d2lcode_data_will_do(d2l, blobs):
    from d2lcode.data.dataset import Split

    split = Split(*blobs)
    history = quiet(d2l, point_model(d2l), split, split[:20], epochs=1)
    assert len(history.losses) == 1


def test_float64_inputs_and_targets_will_do(d2l, line):
    pair = tuple(a.astype(np.float64) for a in line)
    history = quiet(d2l, d2l.LinearRegression(2), pair, pair, epochs=30)
    assert history.losses[-1] < history.losses[0]


def test_divergence_is_reported_not_raised(d2l, line):
    history = quiet(d2l, d2l.LinearRegression(2), line, epochs=80, lr=50.0)
    assert history.diverged


def test_lines_where_there_is_no_terminal(d2l, blobs, capsys):
    d2l.fit(point_model(d2l), blobs, blobs, epochs=2)
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 2
    assert out[0].startswith("epoch 1/2  loss ")
    assert "valid_accuracy" in out[1]
    assert "s left" in out[1]
    quiet(d2l, point_model(d2l), blobs, epochs=2)
    assert capsys.readouterr() == ("", "")
