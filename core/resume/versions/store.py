"""What is kept of versions: each one beside the file that it was made of, in the same table."""

import hashlib
from datetime import datetime

from sqlalchemy import func, select, update

from core.chat.turn import Transaction
from core.resume.store import Kept, ResumeFile, ResumeReview, ResumeStore, Version
from core.resume.versions.editing import Paper
from core.resume.versions.markdown import as_markdown


class VersionStore:
    """One person's versions inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person
        self._files = ResumeStore(tx, person)

    async def add(self, origin: Kept | int, paper: Paper, made: str, now: datetime) -> int:
        """Keeps a version made of a file (or of one of its versions) and returns its id; the same again is the same version.

        Its bytes are its Markdown, its name is the origin's, `made` says how it came about ("rewritten"). Raises
        `LookupError` where this person has no such origin.
        """
        origin_id = origin.file_id if isinstance(origin, Kept) else origin
        query = select(ResumeFile.id, ResumeFile.name, ResumeFile.origin_id).where(
            ResumeFile.id == origin_id, ResumeFile.person_id == self._person
        )
        found = (await self._session.execute(query)).first()
        if found is None:
            raise LookupError(origin_id)
        data = as_markdown(paper.document, paper.parsed).encode()
        sha256 = hashlib.sha256(data).hexdigest()
        if known := await self._files.file_with(sha256):
            return known
        new_id = await self._files.add_file(
            sha256=sha256, name=found.name, data=data, document=paper.document, parsed=paper.parsed, now=now
        )
        query_made = update(ResumeFile).where(ResumeFile.id == new_id)
        await self._session.execute(query_made.values(made=made, origin_id=found.origin_id or found.id))
        return new_id

    async def all(self) -> list[Version]:
        """All files that were handed over and all versions made of them, the newest first."""
        last = (
            select(ResumeReview.file_id, func.max(ResumeReview.id).label("review_id"))
            .where(ResumeReview.person_id == self._person)
            .group_by(ResumeReview.file_id)
            .subquery()
        )
        query = (
            select(
                ResumeFile.id,
                ResumeFile.name,
                ResumeFile.made,
                ResumeFile.created_at,
                ResumeReview.id,
                ResumeReview.score,
            )
            .outerjoin(last, last.c.file_id == ResumeFile.id)
            .outerjoin(ResumeReview, ResumeReview.id == last.c.review_id)
            .where(ResumeFile.person_id == self._person)
            .order_by(ResumeFile.id.desc())
        )
        rows = (await self._session.execute(query)).all()
        newest = max((row[4] for row in rows if row[4]), default=None)
        return [
            Version(
                file_id=row[0],
                name=row[1],
                made=row[2],
                created_at=row[3],
                review_id=row[4],
                score=row[5],
                current=row[4] is not None and row[4] == newest,
            )
            for row in rows
        ]
