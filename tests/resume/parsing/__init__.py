"""The parser, part by part."""
