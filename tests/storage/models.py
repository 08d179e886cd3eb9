"""All tables of the product in one metadata. A capability that gets tables is added here, or its migration is missed."""

from sqlalchemy import MetaData

from core.account import store as account
from core.assistant import store as assistant
from core.interview.cards import store as cards
from core.interview.sessions import store as sessions
from core.llm import store as llm
from core.resume import store as resume
from core.resume.match import store as match
from core.resume.rewrite import store as rewrite
from core.storage import tables as chat

ROOMS = (account, assistant, cards, sessions, llm, resume, match, rewrite, chat)
METADATA: MetaData = chat.Base.metadata
