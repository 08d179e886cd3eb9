"""Lets no invention through: a wording is shown only if every claim in it is the person's own."""

from core.resume.rewrite.grounding.checking import problems
from core.resume.rewrite.grounding.free import problems_in
from core.resume.rewrite.grounding.own import Fact, Own, Problem, own_words
from core.resume.rewrite.grounding.quantities import numbers_of

__all__ = ["Fact", "Own", "Problem", "numbers_of", "own_words", "problems", "problems_in"]
