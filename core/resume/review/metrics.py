"""Tells numbers that measure something from years, versions, telephone numbers and bare counts."""

import re
from dataclasses import dataclass
from typing import Literal

_SPELLED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "(?:a |one |two |three |four |five |six |seven |eight |nine |ten |several "
    ")?(?:hundreds?|thousands?|millions?|billions?|dozens?)"
)
_NUMBER = (
    rf"(?:~|≈|>|<|≥)?(?:\d{{1,3}}(?:[,\u202f' ]\d{{3}})+|\d+)(?:\.\d+)?\s?(?:k|K|M|m|mn|B|bn|million|"
    rf"billion|thousand|hundred|lakhs?|crores?)?\+?|\b(?:{_SPELLED})"
)

# What a count must count in order to say how large the work was.
_COUNTED = (
    "users?|customers?|clients?|visitors?|visits|subscribers?|followers|readers|members|people|employees?|engineers?|developers?|"
    "students?|learners|pupils|children|patients?|beneficiaries|participants?|attendees|volunteers|teachers|staff|colleagues|interns|"
    "analysts|designers|researchers|mentees|families|guests|donors|teams?|companies|businesses|merchants|schools|hospitals|branches|"
    "stores|shops|restaurants|sites|offices|countries|cities|states|regions|languages(?= "
    "(?:supported|markets))|markets|markets?|requests?|rps|qps|tps|calls|"
    "transactions?|orders?|payments|invoices|bookings|messages|emails|e-mails|notifications|events?|queries|jobs|builds|deploys|"
    "deployments|releases|commits|pull "
    "requests|prs|issues|tickets|bugs|defects|vulnerabilities|incidents|alerts|pages|endpoints|"
    "screens|components|microservices|services|servers|nodes|instances|machines|devices|sensors|containers|pods|clusters|vms|"
    "rows|records|entries|documents|files|images|photos|videos|samples|examples|articles|papers|tweets|reviews|products|items|skus|"
    "tables|datasets|data points|datapoints|data "
    "sources|sources|parameters|features|reports|dashboards|tests?|test cases|cases|"
    "lines|loc|downloads|installs|installations|stars|forks|citations|views|impressions|clicks|leads|sales|signups|sign-ups|"
    "registrations|downloads|kg|km|tons?|tonnes|kb|mb|gb|tb|pb|kilobytes|megabytes|gigabytes|terabytes|petabytes|fps|hz|khz|mhz|"
    "questions|problems|lessons|lectures|workshops|sessions|meetings|hours|flights|vehicles|robots|drones|"
    "classes|species|genes|genomes|experiments|trials|surveys|interviews|respondents|submissions|teams|competitors|entrants|applicants"
)
_PERIOD = (
    r"(?:\s(?:/|per|a|an|each|every)\s?(?:second|minute|hour|day|week|month|quarter|year|sprint)|"
    r"\s?/\s?(?:s|sec|min|h|hr|day|week|month|year)\b)"
)
_FRACTION = r"(?:a|one|two|three|four|five|nine)[ -](?:half|halves|thirds?|quarters?|fifths?|tenths?)"
_SMALL = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)"
_RHYTHM = r"(?:hourly|nightly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?)"
_FILL = r"(?:(?!(?:and|or|with|for)\b)[a-zA-Z][\w-]*\s){0,3}?"

_CHANGE = (
    r"(?<![\d.,])\d[\d.,]{0,15}\s?(?:%|percent\b|per cent\b|pct\b|percentage points|pp\b|basis points|bps\b)",
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|five)\s(?:percent|per cent)\b",
    r"(?<![\w.])\d+(?:\.\d+)?\s?(?:x|×|X)(?![\w×])",
    r"\b(?:\d+|two|three|four|five|ten|hundred)-?fold\b",
    r"\b(?:\d+(?:\.\d+)?|two|three|four|five|ten)\stimes\s(?:faster|more|fewer|less|as|larger|smaller|higher|lower)\b",
    r"\b(?:doubl|tripl|quadrupl|halv)(?:ed|ing|es)\b|\bby half\b|\bin half\b|\bhalf (?:of|the)\b",
    rf"\b(?:by|to|about|almost|nearly|roughly|around|over|than|up|down)\s(?:{_FRACTION})\b(?!\s(?:party|time|year|person))",
    rf"\b(?:{_FRACTION})\s(?:of|fewer|less|more|faster|lower|higher|cheaper|quicker|smaller|larger|shorter|longer)\b",
    r"\b(?:two|three|four)[ -](?:thirds|quarters|fifths)\b",
    rf"(?<![\w.,$€£/-]){_SMALL}\s(?:out\s)?of\s(?:(?:the|all|our|every)\s)?{_SMALL}\b(?![.,]\d)",
    rf"(?<![\w.,$€£/-]){_SMALL}\sin\s(?:every\s)?(?:\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?![.,]\d)",
    rf"\bfrom\s(?:{_RHYTHM})\sto\s(?:{_RHYTHM}|real time)\b",
    (
        r"\b(?:sav|cut|reduc|gain|free|shorten|shav)\w*\b[^.;]{0,40}?\b(?:one|half an?|an)\s(?:\w+[ -])?"
        r"(?:minute|hour|day|week|month)\b"
    ),
    r"\ba (?:day|week|month) (?:each|every|per) (?:week|month|quarter|year|release|project)\b",
    rf"\bfrom\s(?:{_NUMBER})[^.;]{{0,40}}?\sto\s(?:under |about |below |over )?(?:{_NUMBER})",
    r"[$€£₹¥]\s?\d[\d,.]{0,15}\s?(?:k|K|M|B|mn|bn|million|billion|lakhs?|crores?)?",
    r"(?<![\d.,])\d[\d,.]{0,15}\s?(?:k|K|M)?\s?(?:USD|EUR|GBP|INR|dollars|euros|pounds|rupees)\b",
    rf"\b(?:{_NUMBER})\s?(?:ms|µs|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?)\b",
    (
        rf"\b(?:{_NUMBER})\s(?:days?|weeks?)\b(?!\s(?:internship|course|boot ?camp|program(?:me)?|training|project|"
        rf"workshop|hackathon|camp|placement))(?<!')"
    ),
    (
        rf"\b(?:saved?|saving|early|earlier|faster|ahead|sooner|cut|"
        rf"reduced)\b[^.;]{{0,40}}?\b(?:{_NUMBER})\s(?:months?|years?)\b"
    ),
    rf"\b(?:{_NUMBER})\s(?:months?|years?)\s(?:early|earlier|faster|ahead|sooner)\b",
    (
        r"(?-i:\b(?:F1|AUC|ROC-AUC|RMSE|MAE|mAP|BLEU|R2|R²|accuracy|precision|recall|NPS|GPA|"
        r"IoU)(?:[\s-](?:score))?\s(?:of|to|=|:|at)?\s?(?:0?\.\d+|\d[\d.]*))"
    ),
    r"(?<![\w.])0\.\d+\s(?:F1|AUC|ROC|RMSE|MAE|mAP|BLEU|IoU|accuracy|precision|recall)",
    (
        r"\btop\s\d+\b|\b\d+(?:st|nd|rd|th)\s(?:place|of|out of|among|in)\b|\branked\s#?\d+\b|\b(?:first|second|"
        r"third)\s(?:place|prize|of)\b"
    ),
)
_SCOPE = (
    rf"(?<![\w./$€£₹¥-])(?:{_NUMBER})[\s-]{_FILL}(?:[a-z]{{2,12}}-)?(?:{_COUNTED})\b{_PERIOD}?",
    rf"\b(?:team|group|class|squad|crew|batch|cohort|staff|committee)\sof\s(?:\w+\s)?(?:{_NUMBER})",
    (
        r"(?<![\w./$€£₹¥-])(?:[2-9]\d|"
        r"\d{3,})\+?\s(?:[a-z][a-z-]*\s){0,2}?[a-z-]{3,}s\b(?<!\bmonths)(?<!\byears)(?<!\bdays)(?<!\bweeks)(?<!ss)"
    ),
    (
        r"(?<![\w./$€£₹¥-])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:person|people|member|developer|"
        r"engineer|node|region|country|team)\b"
    ),
    r"(?<![\w./$€£₹¥-])\d+(?:\.\d+)?(?:k|K|M|B|TB|GB|PB|MB)\+?(?![\w-])",
    r"(?<![\w./$€£₹¥-])\d{1,3}(?:,\d{3})+\+?\s[a-z]",
)
_IGNORED = re.compile(
    (
        r"\b(?:years?|grades?|forms?) (?:[1-9]|1[0-3])(?: ?(?:to|and|–|-) ?(?:[1-9]|1[0-3]))?\b|"
        r"\b24\s?[/x×]\s?7\b|\b(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)?\d\d|present|now)\b|"
        r"(?:\+\d{1,3}[\s.-])?(?:\(\d{2,5}\)[\s.-]?)?\b\d{3}[\s.-]\d{3,4}[\s.-]\d{3,4}\b|"
        r"\b(?:Python|Java|PHP|Angular|React|Vue|Node(?:\.js)?|Spring(?: Boot)?|Django|Rails|Laravel|Swift|iOS|"
        r"Android|\.NET|C\+\+|HTML|CSS|ES|"
        r"HTTP|Windows|Ubuntu|Office|version|v|Phase|Level|Grade|Tier|Stage|Section|Part|Chapter|Module|Unit|Week|"
        r"Day|Step|ISO|RFC|COVID|Fortune|"
        r"Web|Industry|Group|Team|Room|Area|Form|Article|Series|Route|Class)[\s/-]?\d+(?:\.\d+)*\b|\bv?\d+\.\d+\.\d+\b|"
        r"(?<![\w,.$€£₹])(?:19|20)\d\d(?![\w,.%]*[\w%])"
    ),
    re.IGNORECASE,
)
_CHANGE_RE = re.compile("|".join(_CHANGE), re.IGNORECASE)
_SCOPE_RE = re.compile("|".join(_SCOPE), re.IGNORECASE)
# Every pattern above holds a digit or one of these words: a line without them, as most are, needs no closer look.
_DIGIT = re.compile(r"\d")
_SAID = re.compile(
    r"\b(?:t(?:wo|hree|en|welve|wenty|hirty|housand|ripl|hird)|f(?:our|ive|ifteen|orty|ifty|irst)|s(?:ix|even|econd)|"
    r"e(?:ight|leven)|nine|one\b|an\b|quarter|fifth|tenth|(?:hour|night|dai|week|fortnight|month)ly|"
    r"hundred|million|billion|do(?:zen|ubl)|quadrupl|hal[vf]|a (?:day|week|month)\b)",
    re.IGNORECASE,
)

MetricKind = Literal["change", "scope"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that measures: how much changed (percent, money, time), or how large the work was."""

    kind: MetricKind
    written: str


def metrics_in(text: str) -> tuple[Metric, ...]:
    """Every number in the text that measures something."""
    if not (_DIGIT.search(text) or _SAID.search(text)):
        return ()
    plain = _IGNORED.sub(lambda match: "·" * len(match.group()), text)
    change = tuple(Metric("change", match.group().strip()) for match in _CHANGE_RE.finditer(plain))
    scope = tuple(Metric("scope", match.group().strip()) for match in _SCOPE_RE.finditer(plain))
    return change + scope


_RESULT = re.compile(
    (
        r"\b(?:reduc|increas|improv|cutting|cut\b|sav(?:ed|ing|es)|boost|rais(?:ed|ing)|lower(?:ed|ing)|decreas|"
        r"doubl(?:ed|ing)|tripl(?:ed|ing)|halv|"
        r"accelerat|eliminat|shorten|grew\b|growing\b|grow\b|prevent|avoid(?:ed|ing)|speeding|sped\b|outperform|"
        r"exceed|surpass|stabili[sz]|"
        r"resulting in|result(?:ed)? in|leading to|led to|so that|so (?:the|that|it|they|we|new|users|customers|"
        r"teams?|engineers|developers|students|nobody|anyone|no)\b|"
        r"which (?:let|made|gave|saved|cut|helped|allowed|now|became)|that (?:let|lets|saved|saves|cut|cuts)|"
        r"\b(?:which|that|who)\s(?:now\s)?(?:catch(?:es)?|caught|stop(?:s|ped)?|prevents?|warn(?:s|ed)?|alert(?:s|ed)?|"
        r"spar(?:es?|ed)|frees?|freed|protect(?:s|ed)?|help(?:s|ed)?|brought|brings?|wins?|gives?|finds?|found)\b|"
        r"\bbefore (?:they|it|customers|users|patients|pupils|clients|anyone|"
        r"the (?:release|customer|client|deadline|season))\b|"
        r"allow(?:ed|ing|s)\b|enabl(?:ed|ing|es)\b|letting|unblock|used by|adopted by|"
        r"serving|serves\b|used daily|now (?:runs?|serves?|used|in use|the)|instead of|replacing|replaced|without "
        r"(?:downtime|data loss|manual|any)|zero[ -]downtime|"
        r"(?:that|which)\b.{1,40}?\b(?:handles?|serves?|powers?|supports?|processes|uses?|used|shares?|relies|"
        r"rely|open|depend|read|runs? on)\b|signed up|"
        r"\bnow (?:use|share|own|open|rely|run|lead)|\d+[kKM]?\+?\s(?:[a-z]+\s){0,3}(?:users|downloads|stars|"
        r"customers|installs|subscribers|readers|citations|followers|visitors)\b|in use\b|won\b|winning|awarded|"
        r"accepted (?:at|to|into|by|for)|published (?:in|at)|first (?:place|prize)|achiev(?:ed|"
        r"ing)|reach(?:ed|ing)|from .{1,40} to (?:under |about )?[\d$€£])"
    ),
    re.IGNORECASE,
)


def says_result(text: str, metrics: tuple[Metric, ...]) -> bool:
    """Whether a line with these metrics says what came of the work, and not only what was done."""
    return any(metric.kind == "change" for metric in metrics) or bool(_RESULT.search(text))
