"""The review of a résumé by rules alone: the same file earns the same score on every machine."""

from core.resume.review.comparing import Comparison, compare
from core.resume.review.reviewing import CHECKS, RULES_VERSION, review

__all__ = ["CHECKS", "RULES_VERSION", "Comparison", "compare", "review"]
