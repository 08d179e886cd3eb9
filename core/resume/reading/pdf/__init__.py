"""PDF into lines: words from pdfium's boxes, pieces, columns, rows, bullets."""
