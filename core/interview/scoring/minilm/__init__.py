"""What MiniLM's tokenizer needs, kept here because the package that brings the model has no tokenizer."""
