"""Word files into lines: body, tables, text boxes, headers and footers of the XML."""
