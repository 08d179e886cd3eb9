"""What is kept of résumés: each file with what was read from it, and each review of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, aliased, defer, mapped_column

from core.chat.turn import Transaction
from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.verdict import Review
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc

_document: TypeAdapter[Document] = TypeAdapter(Document)


class ResumeFile(Base):
    """One file that a person handed over, or a version made of one: its bytes, its lines, and what they were taken for.

    `made` says how a version came about ("rewritten", "tailored to …"); it is "" for a file as it was handed over.
    A version's bytes are its Markdown; `origin_id` is the file that was handed over.
    """

    __tablename__ = "resume_file"
    __table_args__ = (UniqueConstraint("person_id", "sha256"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str]
    name: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    parsed: Mapped[dict[str, Any]] = mapped_column(Json)
    corrected: Mapped[bool] = mapped_column(default=False)
    made: Mapped[str] = mapped_column(default="", server_default="")
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("resume_file.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Utc)


class ResumeReview(Base):
    """One review of one file under one track. `fixed` counts the findings of the review before that are gone."""

    __tablename__ = "resume_review"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("resume_file.id", ondelete="CASCADE"), index=True)
    before_id: Mapped[int | None] = mapped_column(ForeignKey("resume_review.id", ondelete="SET NULL"))
    rules_version: Mapped[str]
    track: Mapped[str]
    score: Mapped[int]
    fixed: Mapped[int] = mapped_column(default=0)
    result: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Utc)


_every = aliased(ResumeFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A stored review with the file it is about. `track` is what the person chose ("" where it was guessed).

    `files` counts the files and versions that this person has.
    """

    id: int
    file_id: int
    before_id: int | None
    name: str
    document: Document
    parsed: Parsed
    review: Review
    fixed: int
    track: str
    corrected: bool
    created_at: datetime
    made: str = ""
    origin_id: int | None = None
    files: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A file in the list of a person's versions, with its last review (None: never reviewed).

    `made` is "" for a file that was handed over. The current one is the file of the review that was made last.
    """

    file_id: int
    name: str
    made: str
    review_id: int | None
    score: int | None
    created_at: datetime
    current: bool


class ResumeStore:
    """Reads and writes one person's résumés inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def file_with(self, sha256: str) -> int | None:
        """The id of this very file, if this person sent it before."""
        query = select(ResumeFile.id).where(ResumeFile.person_id == self._person, ResumeFile.sha256 == sha256)
        found: int | None = await self._session.scalar(query)
        return found

    async def add_file(
        self, *, sha256: str, name: str, data: bytes, document: Document, parsed: Parsed, now: datetime
    ) -> int:
        row = ResumeFile(
            person_id=self._person,
            sha256=sha256,
            name=name,
            data=data,
            document=_document.dump_python(document, mode="json"),
            parsed=parsed.model_dump(mode="json"),
            created_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def correct(self, file_id: int, parsed: Parsed, *, corrected: bool = True) -> None:
        """Keeps what the person said a machine had misread, or (not `corrected`) the file's own reading again."""
        query = update(ResumeFile).where(ResumeFile.id == file_id, ResumeFile.person_id == self._person)
        await self._session.execute(query.values(parsed=parsed.model_dump(mode="json"), corrected=corrected))

    async def data_of(self, file_id: int) -> bytes | None:
        """The file as it was handed over."""
        query = select(ResumeFile.data).where(ResumeFile.id == file_id, ResumeFile.person_id == self._person)
        found: bytes | None = await self._session.scalar(query)
        return found

    async def add_review(
        self, *, file_id: int, review: Review, track: str, before_id: int | None, fixed: int, now: datetime
    ) -> int:
        row = ResumeReview(
            person_id=self._person,
            file_id=file_id,
            before_id=before_id,
            rules_version=review.rules_version,
            track=track,
            score=review.score,
            fixed=fixed,
            result=review.model_dump(mode="json"),
            created_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def review(self, review_id: int) -> Kept | None:
        return await self._one(ResumeReview.id == review_id)

    async def latest(self) -> Kept | None:
        """The review that was made last."""
        return await self._one()

    async def latest_of(self, file_id: int) -> Kept | None:
        """The last review of one file."""
        return await self._one(ResumeReview.file_id == file_id)

    async def latest_not_of(self, file_id: int) -> Kept | None:
        """The last review of any other file: what a new version is compared with."""
        return await self._one(ResumeReview.file_id != file_id)

    async def fixed_in_all(self) -> int:
        """How many findings this person has mended over all versions."""
        query = select(func.coalesce(func.sum(ResumeReview.fixed), 0)).where(ResumeReview.person_id == self._person)
        return int(await self._session.scalar(query) or 0)

    async def count(self) -> int:
        """How many files were handed over."""
        return await self._count(ResumeFile.made == "")

    async def version_count(self) -> int:
        """How many versions were made of them."""
        return await self._count(ResumeFile.made != "")

    async def forget(self) -> None:
        """Deletes every file, version and review of this person."""
        await self._session.execute(delete(ResumeReview).where(ResumeReview.person_id == self._person))
        await self._session.execute(delete(ResumeFile).where(ResumeFile.person_id == self._person))

    async def _count(self, *conditions: Any) -> int:
        query = select(func.count()).select_from(ResumeFile).where(ResumeFile.person_id == self._person, *conditions)
        return int(await self._session.scalar(query) or 0)

    async def _one(self, *conditions: Any) -> Kept | None:
        files = select(func.count()).select_from(_every).where(_every.person_id == self._person).scalar_subquery()
        query = (
            select(ResumeReview, ResumeFile, files)
            .join(ResumeFile, ResumeReview.file_id == ResumeFile.id)
            .where(ResumeReview.person_id == self._person, *conditions)
            .order_by(ResumeReview.id.desc())
            .limit(1)
            .options(defer(ResumeFile.data))
        )
        found = (await self._session.execute(query)).first()
        if found is None:
            return None
        row, file, count = found
        return Kept(
            id=row.id,
            file_id=file.id,
            before_id=row.before_id,
            name=file.name,
            document=_document.validate_python(file.document),
            parsed=Parsed.model_validate(file.parsed),
            review=Review.model_validate(row.result),
            fixed=row.fixed,
            track=row.track,
            corrected=file.corrected,
            created_at=row.created_at,
            made=file.made,
            origin_id=file.origin_id,
            files=count,
        )
