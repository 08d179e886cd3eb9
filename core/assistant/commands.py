"""Free talk: answered by the model from the person's own data, or by rules with the commands that were meant."""

from core.assistant import phrases
from core.chat.book import Book

book = Book(idle=list(phrases.IDLE))
