import pytest

from core.resume.document import Unreadable
from core.resume.reading import read
from core.resume.reading.language import foreign_language

STUDENT = "Sam Lee\nsam@school.edu\nEducation\nCentral High School\nSkills\nPython\n"
UNUSUAL = "I am Kim. I make things that work.\nkim.dev\nSince 2015 - 2019 I wrote games at Foo, then moved on to maps at Bar.\n"
INVOICE = (
    "INVOICE no. 17\nBill to: Acme Corp\nQty Unit price\nSubtotal 100.00\nVAT 20.00\nTotal due 120.00\n"
    "Due date: 1 May\nmail@shop.example\n"
)
PAPER = (
    "On the Motion of Bits\nA. Author, author@uni.example\nAbstract\nWe propose a method [1].\nIntroduction\n"
    "As Smith et al. [2] show, bits move.\nReferences\n[1] Smith, 2010.\n"
)
CONTRACT = (
    "SERVICE AGREEMENT\nThis Agreement is made between the parties hereinafter named.\nWHEREAS the Client wishes\n"
    "Governing law: the jurisdiction of Berlin. Termination with notice. Neither party is liable.\n"
)
LETTER = (
    "Dear Hiring Manager,\nI am writing to apply for the position of engineer, which I saw last week.\n"
    "Kind regards,\nAda\nada@example.com\n"
)
ADVERT = (
    "Senior Engineer\nWe are looking for an engineer.\nRequirements\nYou will build services.\nWe offer a good salary. "
    "Apply now: jobs@corp.example\n"
)
NOVEL = (
    "It was a bright cold day and the clocks were striking as he went slowly up the stairs of the old house again. "
    * 15
)
GERMAN = (
    "Lebenslauf\nAda Müller, Berlin\nBerufserfahrung\nEntwicklung von Diensten für die Bank "
    "und Leitung eines Teams mit fünf Leuten\n"
    "Verantwortlich für das Netz sowie die Planung der Arbeit im Haus\n"
    "Ausbildung\nStudium der Mathematik an der Universität\nKenntnisse\nPython\n"
)
FRENCH = (
    "Expérience professionnelle\nDéveloppement des services pour une banque avec les équipes du siège\n"
    "Gestion de la mise en production dans le groupe\n"
    "Formation\nUniversité de Genève, avec mention\nCompétences\nPython\nLangues\n"
    "anglais, français\nchez Acme depuis 2019 par contrat\n"
)
RUSSIAN = (
    "Опыт работы\nРазработка сервисов для банка, руководство командой из пяти человек\nОбразование\nМГУ, математика\n"
)
ENGLISH_ABROAD = (
    "João da Silva\nRua de São João, Rio de Janeiro\nExperience\nBuilt services for the Banco do Brasil with a team of five, "
    "and cut the cost by 40%\n"
    "Education\nUniversidade Federal do Rio de Janeiro\nSkills\nPython, Go\nLanguages\nPortuguês, English\n"
)


@pytest.mark.parametrize("text", [STUDENT, UNUSUAL, ENGLISH_ABROAD])
def test_thin_and_unusual_resumes_are_read(text: str) -> None:
    assert read(text.encode()).lines


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (INVOICE, "invoice"),
        (PAPER, "paper"),
        (CONTRACT, "contract"),
        (LETTER, "cover letter"),
        (ADVERT, "job advertisement"),
        (NOVEL, "does not look like"),
        ("hello there", "few words"),
    ],
)
def test_what_is_no_resume_is_named(text: str, kind: str) -> None:
    with pytest.raises(Unreadable, match=kind) as refusal:
        read(text.encode())
    assert refusal.value.reason == ("job_post" if text == ADVERT else "not_a_resume")


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (FRENCH, "French"), (RUSSIAN, "Cyrillic")])
def test_a_language_that_the_rules_do_not_know_is_named(text: str, language: str) -> None:
    with pytest.raises(Unreadable, match=language) as refusal:
        read(text.encode())
    assert refusal.value.reason == "language"


def test_names_of_other_languages_are_not_a_language() -> None:
    assert foreign_language(ENGLISH_ABROAD) == ""
    assert foreign_language("Ada Müller, François Genève, 北京") == ""
