"""What of a résumé is nobody's business but the person's."""

from core.resume.jsonresume import Basics, JsonResume, Location, Profile, Project
from core.resume.private import private_values


def test_names_and_ways_to_reach_someone() -> None:
    basics = Basics(
        name="Dr. Ruby Quarmby-Li",
        email="r@example.org",
        phone="+44 7700 900417",
        url="https://www.ruby.example.net/",
        location=Location(address="47 Larkspur Mews, Brackenmoor", city="Brackenmoor"),
        profiles=(Profile(network="GitHub", username="rql", url="https://github.com/rql"), Profile(username="python")),
    )
    found = private_values(
        JsonResume(basics=basics, projects=(Project(name="Ferrywatch", url="http://ferry.example"),))
    )
    assert found == (
        "Dr. Ruby Quarmby-Li",
        "Quarmby-Li",
        "Quarmby",
        "r@example.org",
        "+44 7700 900417",
        "47 Larkspur Mews, Brackenmoor",
        "Brackenmoor",
        "rql",
        "ruby.example.net",
        "github.com/rql",
        "ferry.example",
    ), "Ruby and python are technologies too; Dr and Li are too short"


def test_an_empty_resume_has_nothing_private() -> None:
    assert private_values(JsonResume()) == ()
