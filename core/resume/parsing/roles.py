"""How much a few words sound like a position, an employer, a school or a degree."""

import re
from functools import cache, lru_cache

from core.resume.parsing.months import fold
from core.resume.parsing.words import words

ROLE_HEADS = words(
    "engineer developer intern manager analyst programmer architect designer consultant lead director "
    "officer administrator scientist researcher "
    "assistant associate specialist coordinator technician tutor teacher instructor lecturer professor "
    "fellow trainee apprentice freelancer contractor "
    "founder cofounder co-founder ceo cto cfo coo cio vp president vice-president head chief owner partner "
    "principal supervisor representative advisor adviser "
    "strategist writer editor translator accountant auditor clerk cashier barista waiter waitress server "
    "nurse physician therapist chef cook driver mechanic "
    "electrician operator secretary receptionist librarian journalist photographer producer marketer "
    "recruiter buyer planner controller inspector "
    "volunteer mentor coach organizer organiser ambassador treasurer member captain counselor counsellor "
    "leader evangelist advocate sre sde swe qa tester "
    "internship placement co-op coop residency apprenticeship traineeship postdoc student ta ra grader "
    "proctor associate salesperson seller merchandiser "
    "surgeon dentist pharmacist paramedic midwife radiographer optometrist veterinarian solicitor barrister notary "
    "plumber carpenter welder roofer gardener janitor cleaner courier dispatcher bartender nanny babysitter pilot "
    "firefighter detective superintendent foreman dean provost rector curator archivist historian economist "
    "statistician mathematician physicist chemist biologist geologist linguist psychologist sociologist actuary "
    "broker trader banker underwriter teller missionary pastor nutritionist dietitian hygienist phlebotomist "
    "technologist animator illustrator musician composer stylist hairdresser referee reporter columnist copywriter "
    "interpreter proofreader webmaster moderator machinist stocker dishwasher custodian attendant postdoctoral "
    "bookkeeper paralegal attorney lawyer dba devops sysadmin maintainer contributor ambassador executive "
    "agent facilitator caretaker guide lifeguard "
    "entwickler entwicklerin ingenieur ingenieurin praktikant praktikantin werkstudent werkstudentin leiter "
    "leiterin berater beraterin mitarbeiter mitarbeiterin "
    "softwareentwickler softwareentwicklerin informatiker informatikerin fachinformatiker projektleiter "
    "teamleiter hilfskraft praktikum softwareingenieur geschaftsfuhrer "
    "développeur développeuse ingénieur ingénieure stagiaire stage alternant alternante chef responsable "
    "consultant consultante chargé chargée technicien apprenti "
    "desarrollador desarrolladora ingeniero ingeniera becario becaria practicante analista gerente director "
    "directora jefe responsable consultor consultora profesor profesora "
    "desenvolvedor desenvolvedora engenheiro engenheira estagiário estagiária estágio sviluppatore "
    "sviluppatrice ingegnere tirocinante tirocinio stagista "
    "ontwikkelaar stagiair medewerker utvecklare udvikler praktikant studentermedhjælper kehittäjä "
    "programista programistka inżynier stażysta stażystka geliştirici mühendis mühendisi "
    "stajyer "
    "programator inginer vývojář разработчик инженер программист стажёр стажер менеджер аналитик"
)
ROLE_WORDS = words(
    "software senior junior staff full-stack fullstack full stack backend back-end frontend front-end "
    "web mobile ios android data machine learning ml ai cloud platform systems system network "
    "security site reliability product project program technical graduate undergraduate research "
    "teaching associate quality assurance test business marketing sales operations customer support "
    "solutions deputy vice general lead sr jr mid-level summer part-time full-time working it ui ux "
    "design embedded hardware firmware game devops information database human resources hr finance "
    "financial admin administrative"
)
EMPLOYER_WORDS = words(
    "inc llc ltd limited gmbh ag corp corporation company co plc pvt pty sa sas sarl bv nv ab oy oyj "
    "aps kg se srl spa sl slu s.a s.l ltda group holdings technologies technology solutions systems "
    "labs lab laboratory laboratories software consulting consultancy services studio studios bank "
    "partners capital ventures university college institute institut school hospital clinic "
    "foundation agency ministry department council society association club networks media games "
    "interactive industries international global enterprises digital health healthcare insurance "
    "airlines energy motors shop salon garage church electric logistics robotics analytics pharma pharmaceuticals retail store "
    "market restaurant café cafe hotel academy center centre universität universidad université "
    "università hochschule inc. team government army navy force nasa startup bakery library museum "
    "press publishing cooperative co-operative nonprofit ngo e.v ug"
)
EMPLOYER_FORMS = words(
    "inc llc ltd limited gmbh ag corp corporation plc pvt pty sarl sas bv nv oy oyj aps kg srl spa "
    "slu ltda inc. o.o b.v s.r.l s.p.a s.a ug llp lp a/s e.v z.o.o"
)
FAMOUS = words(
    "google microsoft amazon meta facebook apple netflix ibm intel nvidia oracle sap siemens bosch "
    "spotify uber lyft airbnb stripe twitter linkedin salesforce adobe cisco dell samsung sony huawei "
    "tencent alibaba baidu bytedance infosys wipro tcs accenture deloitte pwc kpmg ey capgemini "
    "cognizant bloomberg jpmorgan citi barclays hsbc visa mastercard paypal shopify zalando "
    "booking.com atlassian github gitlab mozilla redhat vmware qualcomm amd tesla spacex boeing "
    "upwork fiverr toptal"
)
SCHOOL = re.compile(
    r"\b(?:universit\w*|universidad\w*|universidade|università|uniwersytet\w*|univerzit\w*|üniversites\w*|"
    r"university|college|institut\w*|school|academy|académie|academia|akademi\w*|hochschule|"
    r"fachhochschule|"
    r"gymnasium|gymnasi\w+|lyc[ée]e|liceo|liceum|polytech\w*|politec\w+|politech\w+|[ée]cole|escuela|escola|"
    r"faculty|faculdade|facultad|bootcamp|boot camp|mit|iit|nit|bits|eth|epfl|tu|eth zürich|"
    r"caltech|ucla|"
    r"ucl|lse|insa|kth|dtu|ntnu|rwth|kaist|nus|ntu|unsw|usc|nyu|cuny|suny|uc berkeley|georgia tech|virginia "
    r"tech|seminary|conservator\w+|vidyalaya|högskol\w*|yliopisto|universitet\w*|"
    r"университет\w*|институт\w*|"
    r"coursera|udacity|le wagon|general assembly|hack reactor|realschule|berufsschule|instituto|istituto|"
    r"sekolah|daigaku|coll[eè]ge|high school|secondary|recurse center|open university)\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"(?<![\w.])(?:m\.?sci\.?|m\.?phys|m\.?chem|m\.?math|[bm]\.?arch|[bm]\.?ed|ed\.?d|j\.d\.?|jd(?=[\s,]|$)|"
    r"m\.d\.?|[bm]\.?f\.?a|a\.b\.?|[bm]\.?des|mph|msw|mpa|bsn|msn|pharm\.?d|a\.a\.s?\.?|ib diploma|international baccalaureate|"
    r"bachelor\w*|master(?:s|'s|’s)?\b|masters?|doctor(?:ate|al)?|ph\.?\s?d\.?|d\.?phil|mba|"
    r"m\.?b\.?a\.?|b\.?\s?sc\.?|m\.?\s?sc\.?|b\.?\s?s\.?c?\.?(?=[\s,()–-]|$)|m\.?\s?s\.?(?=[\s,"
    r")–-]|$)|b\.?\s?a\.?(?=[\s,()–-]|$)|m\.?\s?a\.?(?=[\s,()–-]|$)|"
    r"b\.?\s?tech\.?|m\.?\s?tech\.?|b\.?\s?e\.?(?=[\s,()–-]|$)|m\.?\s?e\.?(?=[\s,()–-]|$)|b\.?\s?eng\.?|"
    r"m\.?\s?eng\.?|bca|mca|bba|b\.?\s?com\.?|m\.?\s?phil\.?|ll\.?b|ll\.?m|associate(?:'s|’s|"
    r"s)?(?= degree| of| in)|a\.?a\.?s?\.?(?= (?:in|degree))|diploma\w*|dipl\.?(?:-\w+\.?)*|"
    r"certificate (?:in|of)|minor|major(?:ing)?|double major|degree|licence|licen[cs]iatura\w*|lizenziat|"
    r"magister|magíster|magist\w+|inżynier|licencjat|laurea\w*|grado|grade?uad[oa]|"
    r"ingenier[íi]a|ingénieur|dut|bts|baccalaur\w+|abitur|fachabitur|matura|maturit\w+|"
    r"a-levels?|gcses?|high school diploma|ged|hsc|ssc|cbse|icse|intermediate|honou?rs|máster|mestrado|"
    r"bacharel\w*|lisans|yüksek lisans|kandidat\w*|civilingenj\w+|bakalá\w+|бакалавр\w*|"
    r"магистр\w*|staatsexamen|ausbildung|umschulung|"
    r"exchange|study abroad|erasmus|nanodegree|graduate (?:program|certificate)|bootcamp certificate|"
    r"coursework in|sarjana|class (?:x|xii|10|12)(?:th)?|classes préparatoires|prépa)(?![\w])",
    re.IGNORECASE,
)
FIELD_OF_STUDY = re.compile(
    r"\b(?:computer|software|engineering|science|informatics|informatik|informatique|informática|informatica|"
    r"mathematics|statistics|physics|economics|business|biology|chemistry|design|psychology|"
    r"information|electrical|electronics|mechanical|data|artificial|linguistics|philosophy|history|"
    r"literature|administration|management|finance|accounting|cyber ?security|computing|arts)\b",
    re.IGNORECASE,
)
NON_NAME = re.compile(
    r"[.!?]\s|[:;]\s|\b(?:the|was|were|that|which|with|using|by|from|their|our|my|his|her|built|developed|"
    r"led|designed|managed|created)\b"
)
ORGANISED = re.compile(
    r"^[^,]*\s(?:council|club|society|association|university|college|foundation|union|federation|academy|network|community|"
    r"alliance|guild|fraternity|sorority|chapter|inc\.?|llc|ltd\.?|gmbh)(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
WORDS = re.compile(r"[^\W\d_][\w.+#’'/-]*")


@cache
def role_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in ROLE_HEADS)


@cache
def employer_words() -> frozenset[str]:
    return frozenset(fold(word) for word in EMPLOYER_WORDS)


def words_of(text: str) -> list[str]:
    return [fold(word.strip(".,'’")) for word in WORDS.findall(text)]


@lru_cache(maxsize=4096)
def as_position(text: str) -> float:
    """Above 0 the more a text sounds like a position."""
    words = [part for word in words_of(text) for part in (word, *re.split(r"[/-]", word)) if part]
    score = (1.0 if ORGANISED.search(text) else 3.0) * any(word in role_heads() for word in words)
    score += min(1.5, 0.75 * sum(word in ROLE_WORDS for word in words))
    return score - 2.0 * (len(words) > 12)


@lru_cache(maxsize=4096)
def as_employer(text: str) -> float:
    """Above 0 the more a text sounds like an employer."""
    words = words_of(text)
    score = 2.5 * any(word in EMPLOYER_FORMS for word in words) + 1.5 * any(
        word in employer_words() for word in words[-3:]
    )
    score += 2.0 * any(word in FAMOUS for word in words[:2]) + 2.5 * bool(SCHOOL.search(text))
    return score - 2.0 * (len(words) > 12)


def is_school(text: str) -> bool:
    return SCHOOL.search(text) is not None


def is_degree(text: str) -> bool:
    return DEGREE.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a text reads as a sentence rather than as a name or a title."""
    words = text.split()
    if len(words) > 14 or (text.endswith(".") and len(words) > 5 and not DEGREE.search(words[-1])):
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) > 6 and small / len(words) > 0.45
