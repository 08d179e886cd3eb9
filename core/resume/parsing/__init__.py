"""Parses a read document into JSON Resume, with the lines that each fact came from."""

from core.resume.parsing.parse import parse

__all__ = ["parse"]
