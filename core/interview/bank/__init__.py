"""The bank of questions: one JSON file a subject, in the folder of its area."""

from core.interview.bank.loading import questions
from core.interview.bank.question import FollowUp, Level, Point, Question, Stage

__all__ = ["FollowUp", "Level", "Point", "Question", "Stage", "questions"]
