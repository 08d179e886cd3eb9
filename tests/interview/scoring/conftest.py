import pytest

from core.interview.scoring.scorer import Scorer
from tests.world import SCORER

BY_WORDS = Scorer(words_only=True)


@pytest.fixture(params=["minilm", "words"], scope="package")
def scorer(request: pytest.FixtureRequest) -> Scorer:
    """The scorer with its model, and as it is where the model is missing."""
    return SCORER if request.param == "minilm" else BY_WORDS
