"""All tables of the product in one metadata. A capability that gets tables is added here, or its migration is missed."""

from sqlalchemy import MetaData

from core.account import store as account
from core.resume import store as resume
from core.storage import tables as chat

ROOMS = (account, resume, chat)
METADATA: MetaData = chat.Base.metadata
