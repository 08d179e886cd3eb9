"""E-mail addresses, links, and handles on networks."""

import re
from collections.abc import Iterator

from core.llm.personal.found import Found, every
from core.topics.matching import skill_named

_AT, _DOT = r"(?:@|\s?[\[({]\s?at\s?[\])}]\s?)", r"(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)"
_EMAIL = re.compile(
    rf"@?(?<![\w+%])[\w+%'’-][\w.+%'’-]{{0,63}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}", re.IGNORECASE
)
_END = r"[^\s<>()\[\]|,;\"“”•·]"
_WITH_SCHEME = re.compile(rf"\b(?:[a-z][a-z0-9+.-]{{1,20}}://|mailto:|tel:|www\.){_END}+", re.IGNORECASE)
# Endings of addresses. Those that are also endings of files or names of products (.sh, .py, .net) count with a path only
_PLAIN_ENDS = (
    "com org edu gov dev me ai app info tech xyz de uk fr es nl eu ch se dk fi cz pt br ca us au nz jp kr cn ru "
    "page site blog cloud tv design codes software engineer ie mx tr hu ro gr link website space online works studio "
    "world live zone team network systems digital agency company one name pro biz mobi ng ke za vn sg hk tw ph my ae il at be"
)
_PATH_ENDS = f"{_PLAIN_ENDS} io co net it in no id is so to ly gg fm pl rs im la"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?"
_HOST = rf"(?<![\w@.-])(?:{_LABEL}\.){{1,5}}"
_BARE = re.compile(rf"{_HOST}(?:{'|'.join(_PLAIN_ENDS.split())}|net|io|co)(?![\w@/-]|\.\w)", re.IGNORECASE)
_WITH_PATH = re.compile(
    rf"{_HOST}(?:{'|'.join(_PATH_ENDS.split())})(?::\d{{2,5}})?/{_END}*(?<![.!?:'’*])", re.IGNORECASE
)
_NOT_SITES = re.compile(
    r"(?:node|vue|react|next|nuxt|express|three|d3|socket|chart|asp|vb|ado|ml|angular|backbone|ember|discord|moment|p5|"
    r"electron|nest|deno|bun|tensorflow|game|gatsby|ember|draw|solid|alpine|matter|babylon|pixi|knockout|meteor|require)"
    r"\.(?:js|net|io|py|co|dev|app)\b|(?:b|m|ph)\.\w+$|(?:com|org|net|io)\.",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w/.@])@(?![\w-]+/)[a-z0-9_][\w.-]{1,38}\w", re.IGNORECASE)
_ANNOTATIONS = frozenset(
    re.findall(
        r"\w+",
        """
    override property staticmethod classmethod dataclass component injectable autowired transactional test mock
    mockbean media import bean service controller restcontroller repository entity getter setter data builder
    cacheable async angular types babel nestjs vue react suppresswarnings nullable nonnull inject provides
    module input output state mainactor objc discardableresult pytest fixture app click router celery functools
    typing abstractmethod cached_property lru_cache param return returns deprecated
    """,
    )
)
_TAG = re.compile(r"(?<![\w#])(?!(?:pr|issue|ticket|bug|case|room|no|rfc)#)\w[\w.]{1,31}#\d{4}\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"\b(?:handle|nick(?:name)?|user ?name|screen name|alias)(?:\s+(?:is|was)|\s?:)?\s+@?(?P<value>[\w.-]*[_\d][\w.-]*\w)|"
    r"\b(?:handle|nick(?:name)?|user ?name|screen name)\s?:\s?@?(?P<named>\w[\w.-]{1,38})",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:github|gitlab|linkedin|leetcode|kaggle|twitter|codeforces|hackerrank|xing|telegram|behance|dribbble|"
    r"instagram|insta|discord|skype|mastodon|whatsapp|snapchat|tiktok|(?-i:X))\s?:\s?@?(?P<value>[a-z0-9][\w.-]{1,37}\w)",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Found]:
    """E-mail addresses, also with [at] and [dot], and addresses of the Fediverse."""
    if "@" in text or "at" in text.lower():
        yield from every(_EMAIL, text, "EMAIL")


def links(text: str) -> Iterator[Found]:
    """Web addresses with or without a scheme; names of libraries, files and versions are none."""
    for found in every(_WITH_SCHEME, text, "LINK"):
        shorter = text[found.start : found.end].rstrip(".,;:!?'’*")
        yield Found(found.start, found.start + len(shorter), "LINK")
    for pattern in (_WITH_PATH, _BARE):
        for found in every(pattern, text, "LINK"):
            if _is_site(text[found.start : found.end]):
                yield found


def _is_site(host: str) -> bool:
    name, _, path = host.partition("/")
    if _NOT_SITES.match(host) or skill_named(name):
        return False
    # "Booking.com" is what a company is called
    return bool(path) or name.count(".") > 1 or name.isupper() or not name[0].isupper()


def handles(text: str) -> Iterator[Found]:
    """User names: after an @, before a Discord number, or behind the word that says what they are."""
    for found in every(_HANDLE, text, "HANDLE"):
        if text[found.start + 1 : found.end].lower().split(".")[0] not in _ANNOTATIONS:
            yield found
    yield from every(_TAG, text, "HANDLE")
    for match in _LABELLED.finditer(text):
        yield Found(*match.span("value" if match["value"] else "named"), "HANDLE")
    for found in every(_NETWORK, text, "HANDLE"):
        value = text[found.start : found.end]
        if not value[0].isupper() and not skill_named(value):
            yield found
