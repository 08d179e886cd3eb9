"""What is kept of job posts: their words, what they ask for, and the last match with each."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Transaction
from core.resume.match.post import Frozen, Match, Post
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc

NAME = 80  # characters of a post's first line, where it has no title


class PostRow(Base):
    """A job post that a person handed over. `result` is the last match, with the file it was made with."""

    __tablename__ = "job_post"
    __table_args__ = (UniqueConstraint("person_id", "sha256"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str]
    text: Mapped[str]
    post: Mapped[dict[str, Any]] = mapped_column(Json)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("resume_file.id", ondelete="SET NULL"), index=True)
    percent: Mapped[int | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Utc)
    matched_at: Mapped[datetime | None] = mapped_column(Utc)


def _name(title: str, text: str) -> str:
    return title or next((line.strip()[:NAME] for line in text.splitlines() if line.strip()), "a job post")


class Result(Frozen):
    """A match as it was shown: `advice` is worded by a model ("": by rules), `note` the honest line where it failed."""

    match: Match
    advice: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPost:
    """A post as it is kept. `post` is None until it was read; `file_id` is the résumé of the last match."""

    id: int
    text: str
    post: Post | None
    file_id: int | None
    result: Result | None
    created_at: datetime
    matched_at: datetime | None

    @property
    def name(self) -> str:
        """The post's title, or else its first words."""
        return _name(self.post.title if self.post else "", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A post as a list shows it. `percent` is None where it was never matched; `at`: matched, or else kept."""

    id: int
    name: str
    company: str
    percent: int | None
    file_id: int | None
    at: datetime


class MatchStore:
    """Reads and writes one person's job posts inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def add(self, text: str, now: datetime) -> int:
        """Keeps a post's words; the same words again are the same post."""
        text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")  # what every database takes
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        query = select(PostRow.id).where(PostRow.person_id == self._person, PostRow.sha256 == sha256)
        known: int | None = await self._session.scalar(query)
        if known is not None:
            return known
        row = PostRow(person_id=self._person, sha256=sha256, text=text, post={}, created_at=now)
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def post(self, post_id: int) -> KeptPost | None:
        row: PostRow | None = await self._session.scalar(select(PostRow).where(*self._one(post_id)))
        if row is None:
            return None
        return KeptPost(
            id=row.id,
            text=row.text,
            post=Post.model_validate(row.post) if row.post else None,
            file_id=row.file_id,
            result=Result.model_validate(row.result) if row.result else None,
            created_at=row.created_at,
            matched_at=row.matched_at,
        )

    async def keep_reading(self, post_id: int, post: Post) -> None:
        """Keeps what the post asks for."""
        values = {"post": post.model_dump(mode="json")}
        await self._session.execute(update(PostRow).where(*self._one(post_id)).values(values))

    async def keep_match(self, post_id: int, file_id: int, result: Result, now: datetime) -> None:
        """Keeps the newest match in place of the one before."""
        values = {
            "post": result.match.post.model_dump(mode="json"),
            "file_id": file_id,
            "percent": result.match.percent,
            "result": result.model_dump(mode="json"),
            "matched_at": now,
        }
        await self._session.execute(update(PostRow).where(*self._one(post_id)).values(values))

    async def posts(self, most: int, skip: int = 0) -> list[Listed]:
        """Some of the posts, the newest first."""
        return await self._listed(most, skip)

    async def waiting(self) -> Listed | None:
        """The newest post that was never matched, for want of a résumé."""
        found = await self._listed(1, 0, PostRow.percent.is_(None))
        return found[0] if found else None

    async def missing(self, post_id: int) -> tuple[str, ...]:
        """The skills (ids) that this post asks for and the résumé lacks: must-haves first, in the post's order."""
        kept = await self.post(post_id)
        if kept is None or kept.result is None:
            return ()
        lacking = [one.requirement for one in kept.result.match.verdicts if one.standing == "missing"]
        ordered = sorted(lacking, key=lambda requirement: requirement.need != "must")
        return tuple(dict.fromkeys(skill for requirement in ordered for skill in requirement.skills))

    async def drop(self, post_id: int) -> None:
        await self._session.execute(delete(PostRow).where(*self._one(post_id)))

    async def count(self) -> int:
        query = select(func.count()).select_from(PostRow).where(PostRow.person_id == self._person)
        return int(await self._session.scalar(query) or 0)

    async def forget(self) -> None:
        await self._session.execute(delete(PostRow).where(PostRow.person_id == self._person))

    def _one(self, post_id: int) -> tuple[Any, ...]:
        return PostRow.id == post_id, PostRow.person_id == self._person

    async def _listed(self, most: int, skip: int, *conditions: Any) -> list[Listed]:
        columns = (
            PostRow.id,
            PostRow.post,
            PostRow.percent,
            PostRow.file_id,
            PostRow.matched_at,
            PostRow.created_at,
            func.substr(PostRow.text, 1, NAME * 2).label("start"),
        )
        query = select(*columns).where(PostRow.person_id == self._person, *conditions)
        rows = (await self._session.execute(query.order_by(PostRow.id.desc()).limit(most).offset(skip))).all()
        return [
            Listed(
                id=row.id,
                name=_name(row.post.get("title", ""), row.start),
                company=row.post.get("company", ""),
                percent=row.percent,
                file_id=row.file_id,
                at=row.matched_at or row.created_at,
            )
            for row in rows
        ]
