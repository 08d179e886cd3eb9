"""What Alembic runs for each command: it works on the connection that `core.storage.migration` hands over."""

from typing import Any, Literal

from alembic import context

from core.storage.base import Utc


def render(kind: str, item: Any, _autogenerate: object) -> str | Literal[False]:
    """A migration names plain types only, so that it still runs when our own ones have changed."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Utc) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_item=render,
    transactional_ddl=False,  # the caller's transaction holds everything, on SQLite too
)
context.run_migrations()
