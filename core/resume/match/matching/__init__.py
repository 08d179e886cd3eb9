"""Matches a résumé with a job post, by rules."""

from core.resume.match.matching.comparing import MATCH_VERSION, match

__all__ = ["MATCH_VERSION", "match"]
