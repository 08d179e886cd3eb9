"""The offline scorer: how far an answer covers the key points of a question, and what it is when it is no answer."""
