"""A session: its questions one by one, the answers as they come, feedback, and the report at the end."""
