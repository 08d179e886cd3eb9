"""The shared vocabulary: skills and technologies, how they are spelled, and which track asks for which."""

from core.topics.matching import Mention, skill_named, skills_in
from core.topics.tracks import TRACKS, Group, Track, track_of_title
from core.topics.vocabulary import MEMBERS, SKILLS, Family, Skill, covered_by, relatives_of, with_implied

__all__ = [
    "MEMBERS",
    "SKILLS",
    "TRACKS",
    "Family",
    "Group",
    "Mention",
    "Skill",
    "Track",
    "covered_by",
    "relatives_of",
    "skill_named",
    "skills_in",
    "track_of_title",
    "with_implied",
]
