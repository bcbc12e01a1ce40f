"""Every model of the twins: the same outputs, gradients and losses."""

import numpy as np
import pytest
from parity_cases import MODELS

from d2lcode import parity
from d2lcode._structures import each, leaves

every = pytest.mark.parametrize("name", MODELS)


def is_model(thing, framework):
    return isinstance(thing, type) and any(
        base.__module__.startswith(framework) for base in thing.__mro__
    )


def public_models(twin, framework):
    names = {name for name in twin.__all__ if name[0].isupper()}
    return {n for n in names if is_model(getattr(twin, n), framework)}


def test_every_public_model_has_its_row_and_every_row_its_model(twins):
    torch_twin, paddle_twin = twins
    assert public_models(torch_twin, "torch.") == set(MODELS)
    assert public_models(paddle_twin, "paddle.") == set(MODELS)


@every
def test_twins_agree(twins, name):
    case = MODELS[name]
    pair = [case.make(d2l) for d2l in twins]
    gap = parity.compare(*pair, case.x, case.y, case.loss)
    assert gap.outputs < 1e-5
    assert gap.gradients < 1e-4
    assert gap.losses < 1e-4


@every
def test_they_agree_the_other_way_round(twins, name):
    case = MODELS[name]
    pair = [case.make(d2l) for d2l in reversed(twins)]
    gap = parity.compare(*pair, case.x, case.y, case.loss)
    assert gap.outputs < 1e-5
    assert gap.gradients < 1e-4
    assert gap.losses < 1e-4


@every
def test_before_the_weights_are_carried_they_do_not_agree(twins, name):
    case = MODELS[name]
    outputs = [d2l.predict(case.make(d2l), case.x) for d2l in twins]
    apart = each(parity.distance, *outputs)
    assert min(gap for _, gap in leaves(apart)) > 0.1


@every
def test_parameter_counts_are_the_published_ones(twins, name):
    case = MODELS[name]
    for d2l in twins:
        made = case.summary(d2l)
        assert made.parameters == made.trainable == case.parameters


@every
def test_summaries_are_equal_line_by_line(twins, name):
    case = MODELS[name]
    ours, theirs = (case.summary(d2l) for d2l in twins)
    assert ours == theirs
    assert str(ours) == str(theirs)


@every
def test_weights_start_with_equal_spread(twins, name):
    """Framework defaults differ; the models of the twins must not."""
    case = MODELS[name]
    ours, theirs = (parity.weights(case.make(d2l)) for d2l in twins)
    assert ours.keys() == theirs.keys()
    for key, weight in ours.items():
        if key.endswith(("bias", "running_mean")):
            assert not weight.any()
            assert not theirs[key].any()
        elif "bias" in key:  # of a recurrent layer
            np.testing.assert_array_equal(weight, theirs[key])
        elif weight.size > 1000:
            assert weight.std() == pytest.approx(theirs[key].std(), rel=0.1)
        else:
            bound = max(np.abs(weight).max(), np.abs(theirs[key]).max())
            assert np.abs(weight).max() >= 0.6 * bound
            assert np.abs(theirs[key]).max() >= 0.6 * bound
