"""Figures: what they show, and that both light and dark readers see it."""

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from d2lcode import plot

PAPER = ("#ffffff", "#14181e")


@pytest.fixture(autouse=True)
def _closed():
    yield
    mpl.pyplot.close("all")


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = np.array(to_rgb(colour))
    low, high = parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4
    linear = np.where(parts <= 0.04045, low, high)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("colour", [*plot.COLOURS, plot.INK])
def test_every_colour_stands_out_on_light_and_dark(colour, paper):
    assert contrast(colour, paper) > (4 if colour == plot.INK else 3)


def seen_without(colour, kind):
    """The colour to a reader without one kind of cones (Viénot 1999)."""
    parts = np.array(to_rgb(colour)) ** 2.2
    lms = np.array(
        [[17.88, 43.52, 4.12], [3.46, 27.16, 3.87], [0.03, 0.18, 1.47]]
    )
    seen = lms @ parts
    if kind == "red":
        seen[0] = 2.02344 * seen[1] - 2.52581 * seen[2]
    else:
        seen[1] = 0.494207 * seen[0] + 1.24827 * seen[2]
    return np.linalg.solve(lms, seen).clip(0, 1) ** (1 / 2.2)


@pytest.mark.parametrize("kind", ["red", "green"])
def test_the_first_colours_differ_without_red_or_green_cones(kind):
    blue, orange, green = (seen_without(c, kind) for c in plot.COLOURS[:3])
    assert np.abs(blue - orange).max() > 0.3
    assert np.abs(orange - green).max() > 0.15


def test_curves_differ_in_dashes_too():
    figure = plot.curves({str(i): [i, i + 1] for i in range(6)})
    lines = figure.axes[0].lines
    assert len({line.get_color() for line in lines}) == 6
    assert (
        len(
            {
                line._dash_pattern[1] and str(line._dash_pattern)
                for line in lines
            }
        )
        == 6
    )


def test_curves_hold_their_data_and_words():
    figure = plot.curves(
        {"a": [1, 2, 4], "b": np.array([3.0, 1.0])},
        xlabel="step",
        ylabel="loss",
        title="Two",
    )
    axes = figure.axes[0]
    assert [line.get_label() for line in axes.lines] == ["a", "b"]
    assert axes.lines[0].get_ydata().tolist() == [1, 2, 4]
    assert axes.lines[1].get_xdata().tolist() == [0, 1]
    assert axes.get_xlabel() == "step"
    assert axes.get_ylabel() == "loss"
    assert axes.get_title() == "Two"
    words = [text.get_text() for text in axes.get_legend().get_texts()]
    assert words == ["a", "b"]


def test_curves_over_an_x_of_their_own_and_a_log_axis():
    axes = plot.curves({"a": [1, 10]}, x=[5, 7, 9], log=True).axes[0]
    assert axes.lines[0].get_xdata().tolist() == [5, 7]
    assert axes.get_yscale() == "log"


def test_the_background_is_transparent_and_text_is_ink(tmp_path):
    figure = plot.curves({"a": [1, 2], "b": [2, 1]}, xlabel="x")
    axes = figure.axes[0]
    assert figure.get_facecolor()[3] == 0
    assert axes.get_facecolor()[3] == 0
    texts = [axes.xaxis.label, axes.title, *axes.get_xticklabels()]
    texts += axes.get_legend().get_texts()
    assert {mpl.colors.to_hex(t.get_color()) for t in texts} == {plot.INK}
    figure.savefig(tmp_path / "a.png")
    assert mpl.image.imread(tmp_path / "a.png")[0, 0, 3] == 0


def test_nothing_global_changes():
    before = dict(mpl.rcParams)
    plot.curves({"a": [1, 2]})
    plot.images(np.zeros((2, 3, 3)))
    plot.matrix(np.eye(2))
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize(
    ("shape", "drawn"),
    [
        ((5, 6, 7), (6, 7)),
        ((5, 1, 6, 7), (6, 7)),
        ((5, 3, 6, 7), (6, 7, 3)),
    ],
)
def test_images_of_each_shape(shape, drawn):
    x = np.random.default_rng(0).random(shape)
    figure = plot.images(x, titles=range(5), columns=3)
    shown = [axes for axes in figure.axes if axes.images]
    assert len(figure.axes) == 6
    assert len(shown) == 5
    picture = shown[4].images[0].get_array()
    assert picture.shape == drawn
    expected = np.moveaxis(x[4], 0, -1) if len(drawn) == 3 else x[4]
    np.testing.assert_allclose(picture, expected.reshape(drawn))
    assert [axes.get_title() for axes in shown] == list("01234")


def test_diverging_pictures_have_zero_in_the_middle():
    x = np.array([[[-3.0, 0.0], [1.0, 2.0]]])
    image = plot.images(x, diverging=True).axes[0].images[0]
    assert image.get_clim() == (-3, 3)
    assert plot.images(x).axes[0].images[0].get_clim() == (-3, 2)


def test_matrix_writes_its_numbers_legibly():
    values = np.array([[0.0, 1.0, 5.0], [9.0, 10.0, 2.0]])
    figure = plot.matrix(
        values, rows=["a", "b"], columns="xyz", xlabel="read", ylabel="is"
    )
    axes = figure.axes[0]
    texts = [text.get_text() for text in axes.texts]
    assert texts == ["0", "1", "5", "9", "10", "2"]
    assert [t.get_text() for t in axes.get_xticklabels()] == list("xyz")
    assert [t.get_text() for t in axes.get_yticklabels()] == ["a", "b"]
    shade = axes.images[0]
    for text, value in zip(axes.texts, values.ravel(), strict=True):
        paper = shade.cmap(shade.norm(value))
        assert contrast(text.get_color(), paper) > 3


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: plot.curves({}), "series is empty"),
        (lambda: plot.curves({"a": [[1], [2]]}), "series 'a' has shape"),
        (lambda: plot.curves({"a": [1, 2]}, x=[1]), "an x for every value"),
        (lambda: plot.images(np.zeros((3, 3))), r"x has shape \(3, 3\)"),
        (lambda: plot.images(np.zeros((2, 4, 3, 3))), "x has shape"),
        (lambda: plot.images(np.zeros((0, 3, 3))), "x is empty"),
        (lambda: plot.images(np.zeros((2, 3, 3)), ["a"]), "titles has 1"),
        (lambda: plot.images(np.zeros((2, 3, 3)), columns=0), "columns is 0"),
        (lambda: plot.matrix([1, 2]), "values has shape"),
        (lambda: plot.matrix(np.eye(2), rows=["a"]), "rows has 1 entries"),
        (lambda: plot.figure(rows=0), "rows is 0"),
    ],
)
def test_out_of_range(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def drawn_boxes(axes):
    return [
        (*patch.get_xy(), patch.get_width(), patch.get_height())
        for patch in axes.patches
    ]


def test_boxes_stand_on_the_pixels_that_they_hold():
    figure = plot.boxes(
        np.zeros((3, 3, 10, 20)),
        np.array([[[0, 0, 1, 1], [0.5, 0.2, 0.6, 0.4]]] * 3),
        np.array([[0, 2], [1, -1], [-1, -1]]),
        classes=["red", "white", "small"],
        titles="abc",
    )
    first, second, third, empty = figure.axes
    np.testing.assert_allclose(
        drawn_boxes(first), [(-0.5, -0.5, 20, 10), (9.5, 1.5, 2, 2)]
    )
    assert [len(axes.patches) for axes in (second, third, empty)] == [1, 0, 0]
    colours = [mpl.colors.to_hex(p.get_edgecolor()) for p in first.patches]
    assert colours == [plot.COLOURS[0], plot.COLOURS[2]]
    assert len({str(p.get_linestyle()) for p in first.patches}) == 2
    assert [axes.get_title() for axes in figure.axes] == ["a", "b", "c", ""]
    words = [text.get_text() for text in figure.legends[0].get_texts()]
    assert words == ["red", "white", "small"]


def test_boxes_without_labels_are_of_one_class():
    x = np.zeros((2, 5, 5))
    figure = plot.boxes(x, [[[0, 0, 1, 1]], []], columns=1)
    assert [len(axes.patches) for axes in figure.axes] == [1, 0]
    assert not figure.legends


@pytest.mark.parametrize(
    ("boxes", "labels", "more", "message"),
    [
        ([[]], [[], []], {}, "boxes has 1 entries and labels 2; expected 2"),
        ([[], []], [[], [1]], {}, "a label for every box"),
        ([[[0, 0, 1, 1]], []], [[6], []], {}, "labels has class 6; expected"),
        ([[], []], None, {"titles": ["a"]}, "titles has 1"),
        ([[], []], None, {"columns": 0}, "columns is 0"),
    ],
)
def test_boxes_that_do_not_fit(boxes, labels, more, message):
    with pytest.raises(ValueError, match=message):
        plot.boxes(np.zeros((2, 5, 5)), boxes, labels, **more)
