"""Who the person is and how to reach them."""

import pytest

from core.resume.document import Box, Document, Line, Link
from core.resume.jsonresume import Basics
from core.resume.parsing import parse
from core.resume.parsing.names import name_in
from core.resume.reading.plain import read_text


def basics(text: str) -> Basics:
    return parse(read_text(f"{text}\n\nEXPERIENCE\nEngineer, Acme, 2019 – 2021\n- built it\n".encode())).resume.basics


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("ADA LOVELACE", "ADA LOVELACE"),
        ("A D A  L O V E L A C E", "ADA LOVELACE"),
        ("José Luis Ñáñez-Ortega", "José Luis Ñáñez-Ortega"),
        ("Ludwig van der Rohe", "Ludwig van der Rohe"),
        ("Dr. Mei-Ling Chen, PhD", "Mei-Ling Chen"),
        ("Jane Doe, PMP", "Jane Doe"),
        ("Sean O'Brien (he/him)", "Sean O'Brien"),
        ("J. R. Smith", "J. R. Smith"),
        ("Name: Ada Lovelace", "Ada Lovelace"),
        ("Curriculum Vitae", ""),
        ("Software Engineer", ""),
        ("San Francisco, CA", ""),
        ("Work Experience", ""),
        ("ada@example.org", ""),
    ],
)
def test_a_name_is_a_name(text: str, name: str) -> None:
    assert name_in(text) == name


def test_details_on_one_line_are_told_apart() -> None:
    found = basics("Ada Lovelace\nada@example.org | +44 20 7946 0999 | London, UK | github.com/ada | ada.dev")
    assert (found.name, found.email, found.phone) == ("Ada Lovelace", "ada@example.org", "+44 20 7946 0999")
    assert (found.location.address, found.location.city, found.location.country_code) == ("London, UK", "London", "GB")
    assert [(p.network, p.username) for p in found.profiles] == [("GitHub", "ada")]
    assert found.url == "ada.dev"


def test_labels_say_what_a_line_is() -> None:
    found = basics(
        "Ada Lovelace\nAddress: 12 Elm Street, Springfield, IL 62701\nPhone: (217) 555-0119\nE-Mail: "
        "ada@example.org\nLeetCode: adal"
    )
    assert (found.location.city, found.location.region) == ("Springfield", "IL")
    assert found.phone == "(217) 555-0119"
    assert [(p.network, p.username) for p in found.profiles] == [("LeetCode", "adal")]


@pytest.mark.parametrize(
    "phone",
    [
        "+49 151 23456789",
        "(512) 555-0147",
        "512.555.0147",
        "020 7946 0321",
        "+55 11 91234-5678",
        "+91-98450-12345",
        "06 12 34 56 78",
    ],
)
def test_a_phone_number_is_kept_as_written(phone: str) -> None:
    assert basics(f"Ada Lovelace\nada@example.org | {phone}").phone == phone


def test_years_are_no_phone_number() -> None:
    assert basics("Ada Lovelace\nada@example.org\n2019 - 2021").phone == ""


def test_a_name_never_comes_from_an_address() -> None:
    assert basics("ada.lovelace@example.org\n+44 20 7946 0999").name == ""


def test_links_of_annotations_count_where_only_an_icon_is_seen() -> None:
    lines = (
        Line("Ada Lovelace", box=Box(50, 20, 200, 44), size=24),
        Line("GitHub · Portfolio · Mail", box=Box(50, 60, 200, 70), size=10),
    )
    links = (
        Link("https://github.com/ada", "GitHub", box=Box(50, 60, 90, 70)),
        Link("https://ada.example.org", "Portfolio", box=Box(100, 60, 150, 70)),
        Link("mailto:ada@example.org", "Mail", box=Box(160, 60, 190, 70)),
    )
    found = parse(Document("pdf", lines=lines, links=links)).resume.basics
    assert [p.url for p in found.profiles] == ["https://github.com/ada"]
    assert (found.url, found.email) == ("https://ada.example.org", "ada@example.org")


def test_details_in_a_repeated_header_are_read_once() -> None:
    head = Line("Ada Lovelace – ada@example.org", furniture=True)
    parsed = parse(
        Document("pdf", lines=(head, Line("Experience", size=14, bold=True), Line("Engineer, Acme, 2019 – 2021"), head))
    )
    assert parsed.resume.basics.email == "ada@example.org"
    assert parsed.evidence["basics.email"] == (0,)


@pytest.mark.parametrize(
    "written", ["Amelia Hart, RN, BSN", "Amelia Hart, FNP-C", "Amelia Hart, PhD", "Amelia Hart, MBA, PMP"]
)
def test_letters_after_a_name_are_no_part_of_it(written: str) -> None:
    assert name_in(written) == "Amelia Hart"


def test_a_row_of_short_certificates_is_a_list_of_its_own() -> None:
    text = "Amelia Hart, RN\namelia@example.org\n\nCERTIFICATIONS\n"
    text += "Registered Nurse, State of Ohio, expires 2027\nACLS, BLS, TNCC\n"
    found = parse(read_text(text.encode())).resume.certificates
    assert [one.name for one in found] == ["Registered Nurse", "ACLS", "BLS", "TNCC"]
    assert (found[0].issuer, found[0].date) == ("State of Ohio", "2027")
