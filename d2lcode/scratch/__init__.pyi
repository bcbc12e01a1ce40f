"""The modules of `d2lcode.scratch`."""

from . import all_reduce as all_reduce
from . import autograd as autograd
from . import data_parallel as data_parallel
from . import deep_network as deep_network
from . import descent as descent
from . import linear_regression as linear_regression
from . import polynomial_fit as polynomial_fit
from . import processes as processes
from . import quadratic_network as quadratic_network
from . import residual_block as residual_block
from . import slider_dots as slider_dots
from . import softmax_regression as softmax_regression
from . import weight_decay as weight_decay
