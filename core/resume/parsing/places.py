"""Places as they stand on a résumé: "City, ST", "City, Country", a well-known city alone, or remote."""

import re
import zoneinfo
from functools import cache, lru_cache

from babel import Locale

from core.resume.parsing.months import fold
from core.resume.parsing.roles import as_employer
from core.resume.parsing.words import words

STATES = words(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
    "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS ON PE QC SK YT NSW "
    "VIC QLD SA TAS ACT NT SP RJ MG RS UK USA US UAE EU NZ HK KA MH TS UP DL HR WB GJ KL"
)
STATE_NAMES = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania "
    "tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta "
    "manitoba saskatchewan karnataka maharashtra telangana kerala gujarat punjab haryana rajasthan "
    "bavaria bayern hessen sachsen lombardy catalonia catalunya victoria queensland england scotland "
    "wales flanders"
)
TWO_WORD_STATES = words(
    "new york|new jersey|new mexico|new hampshire|north carolina|south carolina|north dakota|"
    "south dakota|rhode island|west virginia|british columbia|nova scotia|tamil nadu|uttar pradesh|"
    "andhra pradesh|madhya pradesh|west bengal|new south wales|northern ireland|são paulo|"
    "baden-württemberg|great britain|district of columbia|puerto rico|washington dc|washington d.c|"
    "the netherlands|deutschland|españa|brasil|italia|österreich|schweiz|polska|türkiye|turkey|korea|"
    "viet nam|vietnam|czech republic|czechia|england|méxico|россия|україна|nederland|belgique|belgië|"
    "suisse|sverige|danmark|norge|suomi"
)
CITIES = words(
    "san francisco|mountain view|palo alto|menlo park|sunnyvale|cupertino|san jose|santa clara|"
    "redwood city|san mateo|oakland|berkeley|san diego|irvine|santa monica|sacramento|seattle|redmond|"
    "bellevue|kirkland|portland|austin|dallas|houston|san antonio|plano|boston|cambridge|somerville|"
    "brooklyn|manhattan|new york city|nyc|new york|jersey city|princeton|philadelphia|pittsburgh|"
    "washington|arlington|baltimore|atlanta|miami|orlando|tampa|raleigh|durham|charlotte|chapel hill|"
    "nashville|chicago|evanston|urbana|champaign|ann arbor|columbus|cleveland|cincinnati|indianapolis|"
    "minneapolis|madison|milwaukee|saint louis|st. louis|kansas city|salt lake city|las vegas|boulder|"
    "stanford|ithaca|providence|new haven|waterloo|ottawa|calgary|montréal|québec|mississauga|"
    "bangalore|bengaluru|mumbai|pune|hyderabad|chennai|delhi|new delhi|gurgaon|gurugram|noida|"
    "ahmedabad|jaipur|kochi|indore|lahore|karachi|islamabad|munich|münchen|hamburg|köln|cologne|"
    "frankfurt|stuttgart|düsseldorf|leipzig|dresden|karlsruhe|heidelberg|aachen|bonn|potsdam|mannheim|"
    "nürnberg|hannover|zurich|zürich|geneva|genève|basel|lausanne|bern|graz|linz|salzburg|rotterdam|"
    "utrecht|eindhoven|delft|the hague|den haag|groningen|antwerp|ghent|gent|leuven|lyon|marseille|"
    "toulouse|grenoble|nantes|bordeaux|lille|nice|rennes|strasbourg|montpellier|barcelona|valencia|"
    "sevilla|seville|málaga|bilbao|zaragoza|porto|coimbra|braga|milan|milano|roma|torino|turin|"
    "bologna|napoli|naples|firenze|florence|padova|pisa|manchester|edinburgh|glasgow|oxford|bristol|"
    "leeds|birmingham|liverpool|sheffield|nottingham|cardiff|belfast|cork|galway|gothenburg|göteborg|"
    "malmö|uppsala|lund|linköping|aarhus|odense|aalborg|bergen|trondheim|tampere|espoo|turku|tartu|"
    "kaunas|kraków|krakow|wrocław|wroclaw|warszawa|gdańsk|gdansk|poznań|poznan|łódź|katowice|brno|"
    "ostrava|praha|cluj-napoca|cluj|iași|iasi|timișoara|timisoara|thessaloniki|athens|novi sad|"
    "ljubljana|plovdiv|lviv|kharkiv|odesa|dnipro|kyiv|ankara|izmir|bursa|tel aviv|haifa|cairo|"
    "alexandria|abuja|ibadan|accra|kigali|cape town|pretoria|durban|são paulo|rio de janeiro|"
    "belo horizonte|porto alegre|curitiba|recife|florianópolis|campinas|brasília|medellín|cali|quito|"
    "guadalajara|monterrey|ciudad de méxico|buenos aires|córdoba|rosario|shenzhen|beijing|guangzhou|"
    "hangzhou|chengdu|wuhan|nanjing|osaka|kyoto|yokohama|fukuoka|busan|daejeon|hsinchu|hanoi|hà nội|"
    "ho chi minh city|da nang|cebu|quezon city|makati|bandung|surabaya|yogyakarta|penang|kuala lumpur|"
    "petaling jaya|chiang mai|canberra|gold coast|wellington|christchurch|saint petersburg|"
    "st. petersburg|novosibirsk|kazan|москва|санкт-петербург|київ|silicon valley|bay area|"
    "san francisco bay area|greater london|abu dhabi|sharjah"
)
REMOTE = re.compile(
    r"^(?:fully |100% )?(?:remote|hybrid|on-?site|in-person|work from home|wfh|telework|distributed|home "
    r"office)\b(?:\s*[-–,/(].{0,40})?$",
    re.IGNORECASE,
)
TRAILING_REMOTE = re.compile(r"\s*[(\[-–,/]\s*(?:remote|hybrid|on-?site)\)?$", re.IGNORECASE)
ZIP = re.compile(
    r"\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})$|^(?:[A-Z]{1,2}-)?\d{4,6}\s+"
)
POSTAL = re.compile(r"\d{4,6}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}")
TOWN = re.compile(
    r"(?:college|university) (?:park|station|city|heights|place)|state college|.* (?:center|centre)$", re.IGNORECASE
)
WORD = r"[^\W\d_][\w.'’\-]*"
CITY_LIKE = re.compile(rf"^{WORD}(?:[ \-]{WORD}){{0,3}}$")


@cache
def countries() -> dict[str, str]:
    """Folded country name → ISO 3166 code, in English and a few languages of résumés."""
    found: dict[str, str] = {}
    for locale in ("en", "de", "fr", "es", "pt", "it", "nl", "pl"):
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}:
                found.setdefault(fold(name), code)
    return found | {
        "usa": "US",
        "u.s.a": "US",
        "us": "US",
        "u.s": "US",
        "uk": "GB",
        "u.k": "GB",
        "uae": "AE",
        "england": "GB",
        "scotland": "GB",
    }


@cache
def cities() -> frozenset[str]:
    zones = {
        zone.rsplit("/", 1)[-1].replace("_", " ")
        for zone in zoneinfo.available_timezones()
        if zone.count("/") and not zone.startswith("Etc")
    }
    return frozenset(fold(name) for name in (*CITIES, *zones) if len(name) > 3)


@cache
def regions() -> frozenset[str]:
    return frozenset(fold(name) for name in (*STATE_NAMES, *TWO_WORD_STATES))


def country_code(text: str) -> str:
    return countries().get(fold(text.strip(" .,")), "")


def is_region(text: str) -> bool:
    text = ZIP.sub("", text.strip()).strip()
    return text in STATES or fold(text) in regions() or fold(text.strip(".")) in countries()


def is_city(text: str) -> bool:
    return fold(ZIP.sub("", text.strip())) in cities()


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether a text is a place and nothing else."""
    text = text.strip(" .,;|()[]")
    if not 2 < len(text) < 70 or text.count(",") > 4:
        return False
    if REMOTE.match(text):
        return True
    text = TRAILING_REMOTE.sub("", text).strip()
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 1 and POSTAL.fullmatch(parts[-1]):
        parts.pop()
    if not parts:
        return False
    if len(parts) == 1:
        return is_city(text) or fold(text) in countries() or city_and_state(text)
    last = ZIP.sub("", parts[-1]).strip() or parts[-1]
    if not CITY_LIKE.match(ZIP.sub("", parts[0])) or (as_employer(parts[0]) >= 1.5 and not TOWN.match(parts[0])):
        return False
    if len(parts) > 2:
        return is_region(last) and (
            is_city(parts[0]) or (bool(country_code(last)) and all(is_region(part) for part in parts[1:]))
        )
    return (
        is_region(last)
        or (is_city(last) and is_city(parts[0]))
        or (is_city(parts[0]) and CITY_LIKE.match(last) is not None)
    )


def city_and_state(text: str) -> bool:
    """ "Austin TX", "Berlin Germany", "Berlin (Germany)", "Paris / France"."""
    words = re.split(r"[\s/(]+", text)
    return (
        len(words) > 1
        and (words[-1].strip(")") in STATES or fold(words[-1].strip(")")) in countries())
        and is_city(re.split(r"\s*[/(]|\s+\S+$", text)[0])
    )


def split_place(text: str) -> tuple[str, str]:
    """A text and the place at its end: "Acme Corp, Austin, TX" → ("Acme Corp", "Austin, TX")."""
    parts = re.split(r"(\s*\t\s*|\s+[|–—\-•·]\s+|,\s*|\s*\()", text)
    for count in (5, 3, 1):
        if len(parts) > count + 1:
            place = "".join(parts[-count:]).strip(" )")
            if is_place(place) and not is_place("".join(parts[-count - 2 :]).strip(" )")):
                return "".join(parts[: -count - 1]).strip(), place
    return text, ""
