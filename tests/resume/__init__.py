"""Reading, parsing and reviewing résumés."""
