"""`make bench`: every measurement, one after the other. Ratios hold on any machine; single figures only on this one."""

import asyncio

from bench import accuracy, match, memory, reading, scorer, telegram, tokens, turns


def main() -> None:
    print("== Fields that were read right, over the corpus")
    accuracy.main([])
    print("\n== CPU to read, parse and review one page, against pypdf's text extraction alone")
    reading.main()
    print("\n== A match of a résumé with a job post, by rules")
    match.main()
    print("\n== The offline scorer against graded answers")
    scorer.main()
    print("\n== Tokens of one rewriting with a model")
    asyncio.run(tokens.main())
    print("\n== A turn on SQLite, from hearing to the outbox")
    asyncio.run(turns.main())
    print("\n== Messages per second through the Telegram door, against a bare echo bot")
    asyncio.run(telegram.main())
    print("\n== Memory of an idle bot")
    memory.main()


if __name__ == "__main__":
    main()
