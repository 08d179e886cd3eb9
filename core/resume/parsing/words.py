"""Word lists as the vocabulary files write them."""


def words(text: str) -> frozenset[str]:
    """The entries of a list that bars separate, or white space where there are no bars."""
    return frozenset(text.split("|") if "|" in text else text.split())
