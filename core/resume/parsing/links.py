"""Web addresses in text and annotations, and the networks that they lead to."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.resume.document import Box, Document

URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]|,;\"“”•·]+|(?<![\w@.])(?<![a-z0-9-])(?:[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?\.){1,5}"
    r"(?:com|org|net|io|dev|me|ai|app|edu|gov|co|info|tech|xyz|in|de|uk|fr|es|it|nl|eu|ch|at|se|no|dk|fi|pl|"
    r"cz|pt|br|ca|us|au|nz|jp|kr|cn|ru|page|site|blog|cloud|sh|gg|to|tv|ly|design|codes|"
    r"software|engineer|ie|be|mx|id|tr|hu|ro|gr|link|website|space|online|science|works|studio|"
    r"so|is|fm|za|ng|ke|vn|sg|hk|tw|ph|my|il|ae)"
    r"(?![\w.@-]*@)(?:/[^\s<>()\[\]|,;\"“”•·]*)?(?![\w@])",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'’-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,18}")
NETWORKS = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "github.io": "",
    "gitlab.com": "GitLab",
    "bitbucket.org": "Bitbucket",
    "leetcode.com": "LeetCode",
    "codeforces.com": "Codeforces",
    "hackerrank.com": "HackerRank",
    "hackerearth.com": "HackerEarth",
    "codechef.com": "CodeChef",
    "kaggle.com": "Kaggle",
    "stackoverflow.com": "Stack Overflow",
    "medium.com": "Medium",
    "dev.to": "DEV",
    "twitter.com": "Twitter",
    "x.com": "X",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "orcid.org": "ORCID",
    "scholar.google.com": "Google Scholar",
    "xing.com": "XING",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "youtube.com": "YouTube",
    "huggingface.co": "Hugging Face",
    "researchgate.net": "ResearchGate",
    "geeksforgeeks.org": "GeeksforGeeks",
    "t.me": "Telegram",
    "codepen.io": "CodePen",
    "npmjs.com": "npm",
    "devpost.com": "Devpost",
    "topcoder.com": "Topcoder",
    "atcoder.jp": "AtCoder",
    "mastodon.social": "Mastodon",
    "angel.co": "AngelList",
}
NAMES = {name.casefold(): name for name in NETWORKS.values() if name}
NOT_SITES = re.compile(
    r"^(?:node|vue|react|next|nuxt|express|three|d3|socket|chart|asp|vb|ado|ml|angular|backbone|ember|"
    r"discord|moment|p5|electron|nest|deno|bun|tensorflow|game|gatsby)\.(?:js|net|io|py)$|"
    r"^(?:b|m|ph)\.\w+$",
    re.IGNORECASE,
)
HANDLE = re.compile(
    r"\b(github|linkedin|leetcode|gitlab|kaggle|twitter|codeforces|hackerrank|medium|stack overflow|xing|"
    r"telegram|behance|dribbble)\s*[:/–-]+\s*@?(\w[\w.-]{1,38})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Web:
    """An address as written (or as an annotation says), its network if known, and the line that shows it."""

    url: str
    network: str = ""
    username: str = ""
    lines: tuple[int, ...] = ()
    text: str = ""


def network_of(url: str) -> tuple[str, str]:
    """The network and the user's name on it; ("", "") for any other site."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    for domain, name in NETWORKS.items():
        if name and (host == domain or host.endswith(f".{domain}")):
            path = [
                part
                for part in parts.path.split("/")
                if part and part not in {"in", "u", "users", "profile", "pub", "user", "citations", "cv", "channel"}
            ]
            return name, path[0].lstrip("@") if path else ""
    return "", ""


def is_profile(url: str) -> bool:
    """Whether an address is a person's page on a network, and not one repository or article there."""
    network, username = network_of(url)
    path = [part for part in urlsplit(url if "://" in url else f"https://{url}").path.split("/") if part]
    return bool(network and username) and len(path) <= (
        1 if network in {"GitHub", "GitLab", "Kaggle", "Hugging Face"} else 3
    )


def urls_in(text: str) -> list[str]:
    """The web addresses in a text, as written; e-mail addresses and names of libraries are none."""
    if "." not in text and "://" not in text:
        return []
    blank = EMAIL.sub(lambda m: " " * len(m.group()), text) if "@" in text else text
    found = [match.group().rstrip(".,;:!?'’*") for match in URL.finditer(blank)]
    return [url for url in found if not NOT_SITES.match(url) and ("/" in url or url.count(".") < 4)]


def without_urls(text: str) -> str:
    for url in urls_in(text):
        text = text.replace(url, "\t")
    return EMAIL.sub("\t", text) if "@" in text else text


def web(url: str, lines: tuple[int, ...] = (), text: str = "") -> Web:
    try:
        network, username = network_of(url) if is_profile(url) else ("", "")
    except ValueError:
        network, username = "", ""
    return Web(url, network, username, lines, text)


def covers(link: Box, line: Box) -> bool:
    level = line.y0 - 2 <= (link.y0 + link.y1) / 2 <= line.y1 + 2
    return level and line.x0 - 12 <= link.x1 and link.x0 <= line.x1 + 12


def line_of(document: Document, index: int) -> tuple[int, ...]:
    """The line that a link of the document covers, by place or by words."""
    link = document.links[index]
    if link.box:
        for i, line in enumerate(document.lines):
            if line.page == link.page and line.box and covers(link.box, line.box):
                return (i,)
    words = link.text.strip()
    return next(((i,) for i, line in enumerate(document.lines) if words and words in line.text), ())


def annotated(document: Document, wanted: set[int] | None = None) -> list[Web]:
    """The web links of a document's annotations; with `wanted`, those that cover one of these lines."""
    found = []
    for i, link in enumerate(document.links):
        if not link.url.lower().startswith(("http://", "https://", "www.")):
            continue
        lines = line_of(document, i)
        if wanted is None or wanted & set(lines):
            found.append(web(link.url, lines, link.text))
    return found
