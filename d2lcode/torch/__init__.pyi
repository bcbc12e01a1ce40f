"""The names of `d2lcode.torch`, each in the module that holds it."""

from .checkpoint import CheckpointError as CheckpointError
from .checkpoint import load_checkpoint as load_checkpoint
from .checkpoint import save_checkpoint as save_checkpoint
from .cnn.lenet import LeNet as LeNet
from .cnn.lenet import LeNet1998 as LeNet1998
from .defaults import choose_loss as choose_loss
from .devices import choose_device as choose_device
from .inference import evaluate as evaluate
from .inference import predict as predict
from .initialisation import he_init as he_init
from .initialisation import xavier_init as xavier_init
from .loading import Loader as Loader
from .loading import loader as loader
from .mnist.softmax_regression import SoftmaxRegression as SoftmaxRegression
from .regression.linear import LinearRegression as LinearRegression
from .seeding import set_seed as set_seed
from .seq2seq.decoding import attention_map as attention_map
from .seq2seq.decoding import next_token as next_token
from .seq2seq.decoding import translate as translate
from .seq2seq.encoder_decoder import Seq2Seq as Seq2Seq
from .summaries import summary as summary
from .token_loss import Padded as Padded
from .token_loss import token_cross_entropy as token_cross_entropy
from .training import fit as fit
