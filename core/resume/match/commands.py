"""What one can say about job posts: hand one over, see the match from all sides, tailor a résumé to it."""

from core.chat.book import Book

book = Book()
