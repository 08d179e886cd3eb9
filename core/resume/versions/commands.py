"""What one can say about versions: list them, hand one out as Markdown or JSON Resume, go back to one."""

from core.chat.book import Book

book = Book()
