"""Synthetic résumés with known truth: people (facts) times layouts (how tools set them)."""
