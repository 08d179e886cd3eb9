"""Which questions a session asks, and why each of them."""
