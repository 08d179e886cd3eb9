import pytest

from core.resume.reading.cleanup import clean
from core.resume.reading.marks import join_spaced, split_gaps, take_bullet


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("G¨ung¨or", "Güngör"),
        ("Universit´e de Gen`eve", "Université de Genève"),
        ("Fran¸cois", "François"),
        ("Franc¸ois", "François"),
        ("´ıcaro", "ícaro"),
        ("eﬃcient ﬁrst ofﬂine", "efficient first offline"),
        ("\x1crst \x1fow", "first fflow"),
        ("e\x00cient solu\x00on certi\x00cation work\x00ow", "efficient solution certification workflow"),
        ("a\u200bb\u202ec\U000e0041d\u00ade", "abcde"),
        ("two  \u00a0 spaces\t", "two spaces"),
        ("run `ls` now", "run `ls` now"),
        ("Ｆｕｌｌ", "Full"),
    ],
)
def test_text_is_mended(raw: str, mended: str) -> None:
    assert clean(raw).text == mended


def test_mended_and_unmapped_characters_are_counted() -> None:
    assert clean("ofﬁce G¨un").repaired == 2
    assert clean("\uf095 555 \uf0e0 mail").unmapped == 2
    assert clean("\uf095 555").text == "555"
    assert clean("plain").repaired == 0


def test_bullets_in_plain_text() -> None:
    assert take_bullet("  • one") == ("one", True)
    assert take_bullet("- two") == ("two", True)
    assert take_bullet("-5 degrees") == ("-5 degrees", False)
    assert take_bullet("**bold** words") == ("**bold** words", False)
    assert take_bullet("•") == ("•", False)


def test_wide_gaps_part_a_line() -> None:
    assert split_gaps("Acme\t\tJan 2020") == ["Acme", "Jan 2020"]
    assert split_gaps("Acme         Jan 2020") == ["Acme", "Jan 2020"]
    assert split_gaps("  Acme Corp ") == ["Acme Corp"]


def test_spaced_words_are_joined() -> None:
    assert join_spaced("E X P E R I E N C E") == "EXPERIENCE"
    assert join_spaced("S O F T   S K I L L S") == "SOFT SKILLS"
    assert join_spaced("A B C grades in school") == "A B C grades in school"
