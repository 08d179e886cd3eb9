"""The names that sections go by: whole headings, and the words that headings are made of."""

import re
from functools import cache, lru_cache

from core.resume.parsing.months import fold
from core.resume.parsing.words import words

KNOWN: dict[str, str] = {
    "summary": "summary|professional summary|executive summary|career summary|summary of qualifications|"
    "profile|professional profile|personal profile|"
    "career profile|about|about me|objective|career objective|professional objective|personal statement|"
    "introduction|overview|bio|who am i|career overview|"
    "profil|uber mich|kurzprofil|zusammenfassung|resume professionnel|a propos|a propos de moi|perfil|"
    "perfil profesional|sobre mi|resumen|"
    "perfil profissional|sobre mim|resumo|objetivo|profilo|profilo professionale|samenvatting|om mig|"
    "profiel|personal summary|highlights|"
    "career highlights|qualifications summary|qualifications|headline|o mnie|обо мне",
    "work": "experience|work experience|professional experience|employment|employment history|work history|"
    "career history|career|"
    "professional background|relevant experience|industry experience|work|internships|internship|internship "
    "experience|internships and experience|"
    "experiences|work experiences|professional history|positions held|appointments|professional "
    "appointments|"
    "positions|current position|current positions|academic positions|previous positions|related experience|"
    "research experience|"
    "teaching experience|additional experience|other experience|technical experience|engineering experience|"
    "consulting experience|"
    "military experience|previous experience|selected experience|freelance experience|freelance work|"
    "freelance|research|teaching|earlier career|"
    "berufserfahrung|beruflicher werdegang|praxiserfahrung|praktische erfahrung|berufspraxis|werdegang|praktika|"
    "experience professionnelle|experiences professionnelles|parcours professionnel|stages|"
    "experiencia|experiencia laboral|experiencia profesional|experiencia profissional|experiencias "
    "profissionais|experiencia de trabajo|"
    "esperienza|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze "
    "professionali|werkervaring|"
    "arbetslivserfarenhet|arbejdserfaring|erhvervserfaring|arbeidserfaring|tyokokemus|doswiadczenie|"
    "doswiadczenie zawodowe|pracovni zkusenosti|"
    "experienta profesionala|is deneyimi|deneyim|опыт работы|опыт|pengalaman kerja|where i've worked|where ive worked",
    "education": "education|education and training|academic background|academic history|educational "
    "background|academic qualifications|"
    "educational qualifications|academics|academic education|qualifications and education|education and "
    "qualifications|schooling|university|"
    "studies|academic profile|education background|formal education|education and coursework|education and "
    "certifications|"
    "ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|formation|formations|etudes|"
    "formation academique|diplomes|"
    "educacion|formacion|formacion academica|estudios|educacao|formacao|formacao academica|istruzione|"
    "istruzione e formazione|formazione|"
    "opleiding|opleidingen|utbildning|uddannelse|utdanning|koulutus|wyksztalcenie|edukacja|vzdelani|"
    "educatie|studii|egitim|egitim bilgileri|образование|pendidikan",
    "projects": "projects|personal projects|selected projects|academic projects|side projects|open source|"
    "open source projects|"
    "open source contributions|open source work|technical projects|key projects|notable projects|relevant "
    "projects|project experience|course projects|"
    "portfolio|hackathons|hackathon projects|university projects|software projects|research projects|recent "
    "projects|independent projects|"
    "things i built|things i've built|things ive built|what i built|class projects|school projects|featured "
    "projects|project work|project highlights|major projects|"
    "projekte|eigene projekte|projets|projets personnels|proyectos|proyectos personales|projetos|projetos "
    "pessoais|progetti|progetti personali|projecten|projekt|"
    "projekty|projeler|проекты|proyek",
    "skills": "skills|technical skills|core skills|key skills|core competencies|competencies|skill set|"
    "skillset|technologies|technical expertise|"
    "expertise|areas of expertise|technical proficiencies|proficiencies|technical proficiency|top skills|"
    "tools|tools and technologies|tech stack|tech skills|"
    "technology stack|it skills|computer skills|programming skills|software skills|professional skills|"
    "digital skills|hard skills|soft skills|"
    "programming|skills and tools|skills and technologies|technical knowledge|skills summary|technical "
    "summary|programming languages|"
    "strengths|skills and abilities|technical strengths|key competencies|languages and technologies|"
    "languages and tools|toolbox|technical competencies|"
    "skills and interests|skills and expertise|skills and languages|technical toolbox|relevant skills|"
    "additional skills|other skills|it knowledge|"
    "kenntnisse|fahigkeiten|it kenntnisse|edv kenntnisse|kompetenzen|fahigkeiten und kenntnisse|technische "
    "kenntnisse|competences|competences techniques|"
    "competences informatiques|habilidades|aptitudes|competencias|conocimientos|conocimientos tecnicos|"
    "habilidades tecnicas|competenze|competenze tecniche|"
    "vaardigheden|kompetenser|kompetencer|ferdigheter|taidot|umiejetnosci|dovednosti|aptitudini|competente|"
    "beceriler|yetenekler|навыки|ключевые навыки|keahlian",
    "certificates": "certifications|certificates|certification|licenses and certifications|licenses|"
    "certifications and licenses|"
    "professional certifications|certifications and training|certifications and courses|courses|courses and "
    "certifications|courses and training|"
    "training|trainings|professional development|professional training|online courses|accreditations|"
    "licenses and certificates|credentials|"
    "training and certifications|certifications and awards|moocs|zertifikate|zertifizierungen|weiterbildung|"
    "weiterbildungen|certificats|certifications professionnelles|"
    "certificaciones|certificados|cursos|certificacoes|certificazioni|corsi|certificaten|certyfikaty|kursy|"
    "sertifikalar|сертификаты|курсы",
    "languages": "languages|language skills|foreign languages|spoken languages|language proficiency|"
    "sprachen|sprachkenntnisse|langues|idiomas|lingue|"
    "competenze linguistiche|talen|talenkennis|sprak|sprog|kielet|kielitaito|jezyki|jezyki obce|jazyky|"
    "limbi|limbi straine|diller|yabanci dil|yabanci diller|языки|bahasa",
    "awards": "awards|honors|honours|honors and awards|honours and awards|awards and honors|awards and "
    "honours|achievements|awards and achievements|"
    "accomplishments|scholarships|honors-awards|awards and scholarships|scholarships and awards|recognition|"
    "awards and recognition|key achievements|"
    "distinctions|fellowships and awards|competitions|achievements and awards|prizes|honors and "
    "achievements|academic achievements|auszeichnungen|preise|stipendien|prix|"
    "prix et distinctions|premios|reconocimientos|logros|premi|riconoscimenti|nagrody|oduller|достижения|"
    "награды|grants and fellowships|prijzen",
    "volunteer": "volunteering|volunteer experience|volunteer work|volunteer|leadership|leadership and "
    "activities|activities|extracurricular activities|"
    "extracurriculars|extracurricular|leadership experience|community service|community involvement|"
    "leadership and involvement|activities and leadership|"
    "involvement|campus involvement|positions of responsibility|leadership and service|community|"
    "volunteering experience|leadership and extracurriculars|co curricular activities|"
    "extra curricular activities|leadership and volunteering|volunteering and leadership|service|"
    "professional affiliations|memberships|affiliations|professional memberships|"
    "organizations|student organizations|clubs and activities|social engagement|volunteer activities|"
    "ehrenamt|ehrenamtliches engagement|engagement|benevolat|voluntariado|volontariato|"
    "vrijwilligerswerk|wolontariat|gonulluluk|волонтерство|leadership activities",
    "publications": "publications|papers|research papers|selected publications|talks|conference papers|"
    "presentations|patents|publications and talks|"
    "talks and publications|patents and publications|speaking|speaking engagements|conferences|publications "
    "and presentations|publikationen|"
    "veroffentlichungen|publicaciones|pubblicazioni|publicacoes|writing|articles|публикации",
    "interests": "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|"
    "interests and activities|activities and interests|"
    "interessen|hobbys|hobbys und interessen|centres d'interet|loisirs|intereses|aficiones|interessi|hobby|"
    "interesses|zainteresowania|ilgi alanlari|hobiler|интересы|хобби",
    "references": "references|referees|referenzen|referencias|referenze|references available upon request|"
    "referenties|referanslar",
    "contact": "contact|contact information|contact details|contact info|contact me|personal details|"
    "personal information|personal info|details|links|"
    "kontakt|kontaktdaten|personliche daten|coordonnees|contacto|datos personales|contatti|contato|dati "
    "personali|informazioni personali|"
    "personal data|get in touch|find me online|profiles|social|web|websites|online|social links|on the web|"
    "contactgegevens",
    "other": "additional information|miscellaneous|other|additional|relevant coursework|coursework|further "
    "information|other information|additional details|misc|extras|more|"
    "declaration|courses taken|sonstiges|divers|otros|outros|altro",
}

# Words that headings are composed of: the section that each one points at ("" only qualifies the others).
HEADS: dict[str, str] = {
    "work": "experience experiences employment internships career work jobs",
    "education": "education academics studies degrees",
    "projects": "projects project hackathons portfolio",
    "skills": "skills skill technologies competencies expertise proficiencies tools strengths knowledge "
    "frameworks abilities",
    "certificates": "certifications certificates certification licenses courses trainings",
    "languages": "languages",
    "awards": "awards honors honours achievements accomplishments scholarships fellowships prizes "
    "competitions recognition distinctions",
    "volunteer": "volunteering volunteer leadership activities extracurricular extracurriculars involvement "
    "memberships affiliations outreach clubs engagement service",
    "publications": "publications papers talks patents presentations conferences",
    "interests": "interests hobbies",
    "summary": "summary profile objective",
    "references": "references",
    "other": "coursework information",
}
# Words of unusual headings ("Things I made", "Where I studied").
TELLING = {
    "made": "projects",
    "built": "projects",
    "build": "projects",
    "building": "projects",
    "apps": "projects",
    "hacks": "projects",
    "creations": "projects",
    "worked": "work",
    "clients": "work",
    "studied": "education",
    "learned": "education",
    "school": "education",
    "know": "skills",
    "speak": "languages",
    "wrote": "publications",
    "research": "work",
    "teaching": "work",
    "software": "projects",
    "technical": "skills",
    "training": "certificates",
}
QUALIFIERS = words(
    "professional relevant technical academic personal selected key core other additional recent "
    "notable major side open source related industry research teaching engineering software computer "
    "it digital programming soft hard main general areas of in the my and for campus community "
    "training history background technology tech foreign spoken language school college "
    "university course class independent military consulting freelance online social communication "
    "management business data design full time part early previous current latest contract non "
    "industrial international organizational practical committee student graduate undergraduate extra "
    "curricular co details highlights contributions highlight qualifications workshops methods "
    "development"
)
SPECIFIC = ("projects", "volunteer", "publications", "certificates", "awards", "education", "languages", "references")
SPACED = re.compile(r"(?:\b\w\b[  ]?){4,}")
DECOR = re.compile(r"^[\W_]+|[\W_]+$|^\d{1,2}[.)]\s+|^(?:[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)
JOIN = re.compile(r"\s*[&+/]\s*|\s+(?:and|und|et|y|e|en|och|og|i|ve)\s+|\s*,\s*(?:and\s+)?")


def despaced(text: str) -> str:
    """ "W O R K  H I S T O R Y" → "WORK HISTORY": letters set apart by single spaces belong together."""
    if not SPACED.search(text):
        return text
    words = re.split(r"\s{2,}|\t", text.strip())
    return " ".join(re.sub(r"(?<=\b\w) (?=\w\b)", "", word) for word in words)


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """A heading's name without decoration, case, accents and the ways of writing "and"."""
    bare = DECOR.sub("", DECOR.sub("", despaced(text)))
    return " ".join(JOIN.sub(" and ", fold(bare).replace("’", "'")).replace("-", " ").split())


@cache
def known_names() -> dict[str, str]:
    found = {normal(name): kind for kind, names in KNOWN.items() for name in names.split("|")}
    return {singular(name): kind for name, kind in found.items()} | found


def singular(name: str) -> str:
    """A heading's name with its words in the singular, so that "Academic Qualification" is known too."""
    return " ".join(
        word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] != "s" else word for word in name.split()
    )


@cache
def head_words() -> dict[str, str]:
    return {word: kind for kind, words in HEADS.items() for word in words.split()}


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str:
    """The section that a heading names outright, or through words that only headings are made of; else ""."""
    name = normal(text)
    if not name or len(name) > 60:
        return ""
    if kind := known_names().get(name) or known_names().get(singular(name)):
        return kind
    words = name.split()
    if len(words) > 6 or not all(word in head_words() or word in QUALIFIERS for word in words):
        return ""
    return composed(words)


def composed(words: list[str]) -> str:
    kinds = [head_words()[word] for word in words if word in head_words()]
    if not kinds:
        return ""
    if "and" not in words:
        specific = [kind for kind in kinds if kind in SPECIFIC]
        return specific[0] if specific else kinds[0]
    return composed(words[: words.index("and")]) or kinds[0]


@lru_cache(maxsize=4096)
def hinted(text: str) -> str:
    """The section that any word of an unusual heading hints at; "other" where none does."""
    words = normal(text).split()
    kinds = [head_words()[word] for word in words if word in head_words()]
    if kinds:
        return composed(words)
    return next((TELLING[word] for word in words if word in TELLING), "other")
