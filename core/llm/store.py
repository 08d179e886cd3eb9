"""What is kept of the model's use: tokens per person and day, and whether the house has it switched on."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.base import Base


class UsageRow(Base):
    """Tokens that one person's requests took on one day (UTC)."""

    __tablename__ = "llm_usage"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)  # YYYY-MM-DD
    sent: Mapped[int] = mapped_column(default=0)
    received: Mapped[int] = mapped_column(default=0)
    requests: Mapped[int] = mapped_column(default=0)


class SwitchRow(Base):
    """Something that an administrator switched on or off for the whole house."""

    __tablename__ = "house_switch"

    name: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[bool] = mapped_column("is_on")
