"""Checks of how a reader reaches the person and sees the work: contact, profiles, links."""

import re

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.phrasing import number_of

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"example\.com|your[-_]?(?:name|user|link|site)|username|yourusername|localhost|127\.0\.0\.1|xxx|lorem",
    re.IGNORECASE,
)
_CHILDISH = re.compile(
    r"^(?:.*(?:cool|sexy|hot|cute|baby|babe|gamer|ninja|killer|lover|princess|dude|swag|boss|devil|angel|420|69|"
    r"rockstar|king|queen|xx+|crazy|"
    r"sweet|hunter|dragon|noob|pro\d|legend|beast|savage|angel).*)$",
    re.IGNORECASE,
)


@check("phone", "completeness", 2, "Telephone", "A telephone number was found.")
def phone(facts: Facts) -> Measured | None:
    if facts.resume.basics.phone:
        return passed("A telephone number was found.")
    flaw = Flaw(
        title="No telephone number",
        why="Recruiters who like what they read often call the same hour. Many forms refuse an application "
        "without a number.",
        mend="Put it beside your e-mail, with the country code: +44 7700 900123.",
        key="phone",
    )
    return Measured(0.0, "No telephone number was found.", (flaw,))


@check("place", "completeness", 0.5, "Where you are", "A city, region or country is named at the top.")
def place(facts: Facts) -> Measured | None:
    where = facts.resume.basics.location
    if where.city or where.region or where.address or where.country_code:
        return passed("The place is named.")
    flaw = Flaw(
        title="Where are you?",
        why="Recruiters search by place and by time zone. City and country are enough; a street is nobody's business.",
        mend="Add “City, Country” to the contact line, or “Remote, UTC+2” if that is what you seek.",
        severity="minor",
        key="place",
    )
    return Measured(0.0, "No place was found at the top.", (flaw,))


@check(
    "e-mail form", "completeness", 0.5, "A plain e-mail address", "The address is well formed and looks like a name."
)
def email_form(facts: Facts) -> Measured | None:
    address = facts.resume.basics.email
    if not address:
        return None
    user = address.partition("@")[0]
    if not _CHILDISH.match(user) or _named_so(facts, user):
        return passed("The e-mail address looks professional.")
    flaw = Flaw(
        title="The e-mail address sounds private",
        why="It is the first thing after your name, and it is read before anything that you have done.",
        mend="Get a free address of the form first.last@…, and use it for applications only.",
        quote=address if facts.locate(address) else "",
        lines=facts.locate(address),
        severity="minor",
        key="e-mail form",
    )
    return Measured(0.0, "The e-mail address sounds private.", (flaw,))


def _named_so(facts: Facts, user: str) -> bool:
    """Whether the striking part is the person's own name (King, Angel), which is no one's fault."""
    names = [part.lower() for part in re.findall(r"\w{3,}", facts.resume.basics.name)]
    rest = user.lower()
    for part in names:
        rest = rest.replace(part, "")
    return rest != user.lower() and not _CHILDISH.match(rest)


@check(
    "profiles",
    "completeness",
    2,
    "A profile to look at",
    "A LinkedIn, GitHub or other profile, or a site of one's own, is given.",
)
def profiles(facts: Facts) -> Measured | None:
    basics = facts.resume.basics
    if basics.profiles or basics.url:
        known = (
            ", ".join(sorted({profile.network for profile in basics.profiles if profile.network}))
            or "a site of your own"
        )
        return passed(f"Found: {known}.")
    tech = facts.technical
    flaw = Flaw(
        title="No profile to look at" if not tech else "No GitHub or LinkedIn to look at",
        why="Who is interested looks you up anyway; without a link they may find someone else of your name."
        if not tech
        else "For a technical post the link to your code is clicked before the page is read to its end.",
        mend=f"Add linkedin.com/in/… {'(and github.com/… if your code is there) ' if tech else ''}to the contact line, as "
        f"written-out text.",
        key="profiles",
    )
    return Measured(0.0, "No profile and no site was found.", (flaw,))


@check(
    "links",
    "completeness",
    1,
    "Links in order",
    "Every link has the form of an address and none is a placeholder; each broken one costs its share.",
)
def links(facts: Facts) -> Measured | None:
    urls = [link.url for link in facts.document.links] + [
        profile.url for profile in facts.resume.basics.profiles if profile.url
    ]
    urls += [entry.url for entry in facts.entries if entry.url]
    urls = [url for url in dict.fromkeys(urls) if not url.lower().startswith(("mailto:", "tel:", "#"))]
    if not urls:
        return None
    bad = [url for url in urls if not _ADDRESS.fullmatch(url.strip()) or _PLACEHOLDER.search(url)]
    if not bad:
        return passed(f"{len(urls)} link{'s' if len(urls) > 1 else ''}, all well formed.")
    flaws = tuple(
        Flaw(
            title=f"The link “{url[:60]}” leads nowhere",
            why="A dead link looks as if nobody had tried it, and the work behind it stays unseen.",
            mend="Replace it by the full address, and press it once in the finished file.",
            quote=url if facts.locate(url) else "",
            lines=facts.locate(url),
            key=url,
        )
        for url in bad[:4]
    )
    return Measured(
        1 - len(bad) / len(urls), f"{number_of(len(bad), len(urls), 'link', 'is', 'are')} not well formed.", flaws
    )


@check(
    "project links",
    "completeness",
    1.5,
    "Projects with links",
    "At least half of the projects have a link, in a résumé of a technical track.",
)
def project_links(facts: Facts) -> Measured | None:
    if not facts.projects or not facts.track:
        return None
    linked = [entry for entry in facts.projects if entry.url or _linked(facts, entry.lines)]
    total = len(facts.projects)
    share = min(1.0, len(linked) / total * 2)
    because = f"{number_of(len(linked), total, 'project', 'has', 'have')} a link; half would earn full points."
    if share == 1.0:
        return passed(because)
    bare = [entry for entry in facts.projects if entry not in linked][: (total + 1) // 2 - len(linked)]
    flaws = tuple(
        Flaw(
            title=f"{entry.title or 'This project'} has no link",
            why="A project that can be seen is worth several that can only be believed. Readers go straight to "
            "the code or the demo.",
            mend="Add the repository or a running demo. If the code may not be shown, say so in two words, or "
            "link a screenshot.",
            quote=facts.document.lines[entry.lines[0]].text if entry.lines else "",
            lines=entry.lines[:1],
            example=f"{facts.document.lines[entry.lines[0]].text} · [link: __]" if entry.lines else "",
            key=entry.path,
        )
        for entry in bare
    )
    return Measured(share, because, flaws)


def _linked(facts: Facts, lines: tuple[int, ...]) -> bool:
    """Whether a hyperlink covers part of the entry's own heading."""
    texts = [facts.document.lines[at] for at in lines]
    return any(
        (link.text and any(link.text in line.text for line in texts))
        or (
            link.box
            and any(
                line.box and line.page == link.page and line.box.y0 - 3 <= link.box.y0 <= line.box.y1 for line in texts
            )
        )
        for link in facts.document.links
    )


CHECKS: tuple[Check, ...] = (phone, place, email_form, profiles, links, project_links)
