"""The names of `d2lcode.grading`, each in the module that holds it."""

from .checks import AnswerError as AnswerError
from .checks import close as close
from .checks import digits as digits
from .checks import expect as expect
from .checks import explaining as explaining
from .checks import require as require
from .choices import chosen as chosen
from .decoding import Steps as Steps
from .decoding import asking as asking
from .marks import points as points
from .reaching import reaches as reaches
from .source import forbid_loops as forbid_loops
from .source import forbid_names as forbid_names
from .truth import numeric_gradient as numeric_gradient
