"""The names of `d2lcode.data`, each in the module that holds it."""

from .boston import housing as housing
from .boston_file import housing_text as housing_text
from .boxed import BoxDataset as BoxDataset
from .boxed import BoxSplit as BoxSplit
from .cells import blood_cells as blood_cells
from .covid import CaseTable as CaseTable
from .covid import covid_cases as covid_cases
from .covid_file import covid_cases_text as covid_cases_text
from .dataset import Dataset as Dataset
from .dataset import LinearTruth as LinearTruth
from .dataset import PolynomialTruth as PolynomialTruth
from .dataset import Split as Split
from .errors import ArchiveError as ArchiveError
from .errors import CorruptFileError as CorruptFileError
from .errors import DataError as DataError
from .errors import DataUnavailableError as DataUnavailableError
from .images import fashion_mnist as fashion_mnist
from .images import mnist as mnist
from .mechanics import newton as newton
from .polynomial import polynomials as polynomials
from .store import locate as locate
from .store import retry as retry
from .store import used as used
