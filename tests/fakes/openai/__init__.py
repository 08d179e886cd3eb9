"""A server on loopback for chat completions and audio transcriptions: refuses what the real ones refuse, fails on demand.

    async with FakeOpenAI() as fake:               # `FakeOpenAI(key="sk-…")` answers 401 to any other key
        fake.answers("Hello.")                     # every request from now on
        fake.answers({"lines": []})                # a dict goes out as JSON text: for structured answers
        fake.answers(lambda asked: asked.user[:9]) # made from the request (an `Asked`); may give any form of answer
        fake.then(Fails(500), "Hello.")            # only the next requests, one each
        fake.then(ToolCall("read_review", {}))     # the model asks for a tool
        fake.then(Says("cut", finish="length"))    # finish reason, refusal, no usage, `after` seconds
        fake.hears(Fails(500), "I used a heap.")   # recordings: one each, the last one stays; all in `fake.recordings`
        fake.unsupported = {"json_schema"}         # 400 for it: json_schema, json_object, tools, temperature, …
        await fake.unplug(); await fake.plug()     # connections break and are refused; listens again on the same port

Point a client at it with `OpenAIModel("", fake.url, model="small", pause=0.01)`. Afterwards `fake.log` holds the raw
request bodies, `fake.asked` the same as `Asked` (`.system`, `.user`, `.last`, `.format`, `.schema`, `.tools`, `.body`),
`fake.most_at_once` the peak of requests at one time, and `fake.check()` fails if any request was malformed. `FAILURES`
names every way to fail. Usage is counted at four characters a token.
"""

from tests.fakes.openai.behaviours import (
    FAILURES,
    Asked,
    Behaviour,
    Cuts,
    Drips,
    Fails,
    Floods,
    HangsUp,
    Raw,
    Says,
    Stalls,
    ToolCall,
)
from tests.fakes.openai.server import FakeOpenAI

__all__ = [
    "FAILURES",
    "Asked",
    "Behaviour",
    "Cuts",
    "Drips",
    "Fails",
    "FakeOpenAI",
    "Floods",
    "HangsUp",
    "Raw",
    "Says",
    "Stalls",
    "ToolCall",
]
