"""Discord on a loopback port: start it, point the bot at `api` and `gateway_url`, and let people talk."""

from aiohttp import web

from tests.fakes.discord.gateway import DIRECT, SERVER, Gateway
from tests.fakes.discord.people import MEMBER, Person
from tests.fakes.discord.rest import Failure, Freezer, Rest
from tests.fakes.discord.state import GUILD, Message, State

TOKEN = "FAKE-DISCORD-BOT.fake00.this-token-opens-nothing-at-all"


class FakeDiscord:
    """One Discord with one server. Use it as an asynchronous context; it raises if a rule was broken.

    `violations` lists the broken rules; `expects` takes those out that a test provokes on purpose.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.state = State()
        self.gateway = Gateway(self.state, token)
        self.rest = Rest(self.state, token)
        self.state.echo = self._echo
        self._people: dict[str, Person] = {}
        self._runner: web.AppRunner | None = None

    @property
    def api(self) -> str:
        return f"{self.state.base}/api/v10"

    @property
    def gateway_url(self) -> str:
        return self.state.base.replace("http", "ws") + "/gateway"

    @property
    def violations(self) -> list[str]:
        """Every rule that was broken so far."""
        late = [f"interaction {i.id} (kind {i.kind}) was not acknowledged" for i in self.state.unanswered()]
        return self.state.violations + late

    def _echo(self, message: Message) -> None:
        place = {"guild_id": GUILD, "member": MEMBER} if message.channel.public else {}
        self.gateway.tell("MESSAGE_CREATE", self.state.view(message) | place, SERVER if place else DIRECT)

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=64 * 2**20)
        app.add_routes([*self.rest.routes(), web.get("/gateway", self.gateway.serve)])
        self._app = app
        await self.gateway.start()
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.state.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.gateway.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "FakeDiscord":
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        await self.stop()
        if kind is None:
            assert not self.violations, "broken rules:\n" + "\n".join(self.violations)

    def person(self, name: str) -> Person:
        """A person by name; the same one each time."""
        if name not in self._people:
            self._people[name] = Person(self, name, str(6001 + len(self._people)))
        return self._people[name]

    def now(self) -> float:
        return self.state.now()

    def passes(self, seconds: float) -> None:
        """Moves the server's clock: tokens die after 15 minutes, addresses of files after a day."""
        self.state.passes(seconds)

    def fails(self, status: int, times: int = 1, path: str = "", *, heard: bool = False, pause: float = 0.2) -> Failure:
        """The next calls whose path contains `path` fail; `heard` ones take effect all the same."""
        failure = Failure(status, times, path, heard, pause)
        self.rest.failures.append(failure)
        return failure

    def freezes(self, at: int, path: str = "") -> Freezer:
        """From the `at`-th call on (of those whose path contains `path`) the server hangs; see `thaws`."""
        self.rest.freezer = Freezer(at, path)
        return self.rest.freezer

    def thaws(self) -> None:
        """Calls are answered again; those that hung had no effect."""
        if self.rest.freezer:
            self.rest.freezer.thaws()
        self.rest.freezer = None

    def expects(self, part: str) -> None:
        """A violation that the test provoked: fails if it did not happen."""
        found = [sentence for sentence in self.state.violations if part in sentence]
        assert found, f"no violation says {part!r}: {self.violations}"
        self.state.violations = [sentence for sentence in self.state.violations if part not in sentence]
