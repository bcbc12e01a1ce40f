"""The names of `d2lcode.paddle`, each in the module that holds it."""

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
from .nlp.attention import KeyValueCache as KeyValueCache
from .nlp.attention import MultiHeadAttention as MultiHeadAttention
from .nlp.gpt import GPT as GPT
from .nlp.transformer_block import TransformerBlock as TransformerBlock
from .regression.linear import LinearRegression as LinearRegression
from .seeding import set_seed as set_seed
from .summaries import summary as summary
from .token_loss import Padded as Padded
from .token_loss import token_cross_entropy as token_cross_entropy
from .training import fit as fit
