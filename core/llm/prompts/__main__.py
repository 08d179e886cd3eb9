"""Writes the table of prompts: `python -m core.llm.prompts > docs/prompts.md`."""

import sys

from core.llm.prompts import table

sys.stdout.write(table())
