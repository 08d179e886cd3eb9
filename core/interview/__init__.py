"""The interview coach: a bank of questions, sessions, scores that say why, and what to ask again when."""
