"""What one can say about rewriting: start, take, edit or leave a line, answer a blank, and make a version of it."""

from core.chat.book import Book

book = Book()
