"""Reads job posts of any shape, by rules."""

from core.resume.match.reading.read import read_post

__all__ = ["read_post"]
