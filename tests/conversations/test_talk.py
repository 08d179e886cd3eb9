"""Conversation itself: the welcome, help, settings, privacy, free talk, mistakes, groups, restarts."""

from core.chat.reply import Button
from tests import papers
from tests.plain import Someone
from tests.world import World


async def test_the_welcome_leads_somewhere(ada: Someone) -> None:
    await ada.says("/start")
    ada.sees("Hello, Ada!", "practise interviews with you", "Send me your résumé")
    assert "📄 Résumé" in ada.last.labels
    assert not {"Interview", "Roadmap", "Builder"} & set(ada.last.labels), "what is not built is absent, not dead"
    await ada.presses("Résumé")
    ada.sees("Your résumé, please")


async def test_help_for_all_and_for_one(ada: Someone) -> None:
    await ada.says("/help")
    ada.sees("/resume [file] [track]", "/settings", "/privacy", "/cancel", "/start")
    await ada.says("/help resume")
    ada.sees("/resume", "Your résumé as PDF", "(optional)", "Backend, AI/ML")
    await ada.says("/help nonsense")
    ada.sees("There is no command")


async def test_free_talk_is_guessed(ada: Someone) -> None:
    await ada.says("can you give me feedback on my CV please")
    ada.sees("Did you mean")
    assert ada.last.labels[0].startswith("/resume")
    await ada.says("change my timezone")
    assert ada.last.labels[0].startswith("/settings")
    await ada.says("qwertz uiop")
    ada.sees("I did not find a task of mine")
    await ada.says("/resmue")
    ada.sees("no command /resmue")
    assert ada.last.labels == ["/resume – Review a résumé"]


async def test_settings(ada: Someone) -> None:
    await ada.says("/settings kolkata")
    ada.sees("Saved.", "Asia/Kolkata", "5:30")
    await ada.says("/settings zone=Europe/Berlin dates=de")
    ada.sees("Europe/Berlin", "Deutsch", "22.11.2026, 13:00:00")
    await ada.presses("Time zone")
    ada.sees("Your city or time zone")
    await ada.says("xyzzy")
    ada.sees("I know no time zone")
    for city, zone in (
        ("new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Köln", "Europe/Berlin"),
        ("mumbai dates=fr", "Asia/Kolkata"),
    ):
        await ada.says(f"/settings {city}")
        ada.sees("Saved.", zone)
    ada.sees("Français")
    await ada.says("/settings UTC+5:30")
    assert "Asia/Kolkata" in ada.last.labels
    await ada.says("/settings reset")
    ada.sees("I know no time zone like reset")
    await ada.says("/settings zone=argentina")
    ada.sees("Which time zone")
    await ada.presses("America/Argentina/")
    ada.sees("Saved.", "America/Argentina/")
    await ada.says("/dates")
    await ada.picks("Français")
    ada.sees("Français", "22 nov. 2026")
    await ada.says("/settings dates=klingon")
    ada.sees("“dates” is one of", "klingon")


async def test_privacy_says_what_is_kept_and_deletes_it(ada: Someone, world: World) -> None:
    await ada.says("/privacy")
    ada.sees("Résumés: none")
    await ada.sends(papers.pdf())
    await ada.says("/privacy")
    ada.sees("Résumés: 1 file")
    await ada.presses("Delete everything")
    await ada.presses("No, keep it")
    ada.sees("Nothing was deleted")
    await ada.says("/privacy")
    await ada.presses("Delete everything")
    await ada.presses("Yes, delete")
    ada.sees("is deleted")
    await ada.presses("All findings", ada.messages[1])
    ada.sees("no longer kept")
    await ada.says("/privacy")
    ada.sees("Résumés: none")


async def test_cancel(ada: Someone) -> None:
    await ada.says("/cancel")
    ada.sees("Nothing is under way")
    await ada.says("/resume")
    await ada.presses("Cancel")
    ada.sees("Stopped.")
    await ada.says("hello")
    ada.sees("Did you mean")


async def test_an_old_questions_buttons_are_known_as_old(ada: Someone) -> None:
    await ada.says("/privacy")
    await ada.presses("Delete everything")
    question = ada.last
    await ada.says("/help")
    await ada.presses("Yes, delete", question)
    ada.sees("That question is over")


async def test_a_button_of_an_older_bot(ada: Someone) -> None:
    await ada.says("/start")
    buttons = ada.last.reply.buttons
    ada.last.reply = type(ada.last.reply)(text="old", buttons=((Button("Old", run="gone 1"),), *buttons))
    await ada.presses("Old")
    ada.sees("older version of me")


async def test_wrong_options_are_said_with_the_usage(ada: Someone) -> None:
    await ada.says("/resume track=astronaut")
    ada.sees("“track” is one of", "astronaut", "/resume [file] [track]")
    await ada.says("/start now")
    ada.sees("takes no more than that", "now")


async def test_a_group_hears_nothing_private(world: World) -> None:
    group = world.person("Bo", private=False)
    await group.says("/resume")
    group.sees("only you can see it")
    button = group.last.reply.buttons[0][0]
    assert button.away
    assert button.run == "resume"
    await group.says("please look at my cv")
    assert group.last.reply.buttons[0][0].away
    await group.says("/help")
    group.sees("What I can do")


async def test_a_question_survives_a_restart(ada: Someone, world: World) -> None:
    await ada.says("/resume")
    await world.restarts()
    await ada.says("\n".join(papers.LINES).replace("**", ""))
    ada.sees("Résumé score:")
    await world.restarts()
    await ada.presses("All findings")
    ada.sees("page 1 of")
    await world.restarts()
    await ada.presses("Next ›")
    ada.sees("page 2 of")
    assert len([message for message in ada.messages if "All findings" in message.text]) == 1


async def test_the_question_that_waits_is_said_again(ada: Someone, world: World) -> None:
    await ada.says("/again")
    ada.sees("Welcome back")
    await ada.says("/privacy")
    await ada.presses("Delete everything")
    await world.restarts()
    await ada.says("/again")
    ada.sees("for good?")
    await ada.presses("No, keep it")
    ada.sees("Nothing was deleted")


async def test_a_commands_name_alone_is_enough(ada: Someone) -> None:
    await ada.says("help")
    ada.sees("What I can do")
    await ada.says("/resume")
    await ada.says("Cancel")
    ada.sees("Stopped.")
    await ada.says("how good is my cv")
    assert ada.last.labels[0].startswith("/resume")


async def test_the_same_event_is_answered_once(ada: Someone, world: World) -> None:
    from core.chat.request import Said

    request = ada.request(Said(text="/help"))
    await ada.does(request)
    await ada.does(request)
    await world.restarts()
    await ada.does(request)
    assert len(ada.messages) == 1


async def test_nasty_words_are_shown_as_typed(ada: Someone) -> None:
    for nasty in ("<b>&\"'", "*_[]()", "@everyone", "</script>"):
        await ada.sends(b"", name=f"{nasty}.pdf")
        ada.sees(f"{nasty}.pdf")
