"""The language of short texts: foreign ones are told, English ones full of foreign names are not."""

import pytest

from core.resume.reading.language import foreign_language

FRENCH = """Claire Fontaine
claire@exemple.fr
Expérience
Vendeuse, Librairie du Port, Nantes, 2021 - 2023
Accueil des clients et tenue de la caisse
Gestion des commandes pour le rayon jeunesse
Formation
Baccalauréat, Lycée des Quais
Compétences
Vente, anglais
"""
SPANISH = """Inés Robles
Experiencia
Camarera en un café de Cádiz, 2020 - 2022
Atención a los clientes en la barra y servicio de las mesas
Formación
Bachillerato en el instituto de la ciudad
Idiomas
Inglés y español
"""
GERMAN = """Jana Kern
Berufserfahrung
Verkäuferin bei einer Bäckerei, 2020 bis 2022
Beratung der Kunden und Arbeit an der Kasse
Ausbildung
Realschule am Markt
Kenntnisse
Englisch, Umgang mit Menschen und der Kasse
"""
ENGLISH_IN_FRANCE = """Claire de la Fontaine
Rue des Quais, Nantes
Experience
Bookseller, Librairie du Port et des Îles, Nantes, 2021 - 2023
Served customers and kept the till
Education
École des Arts et Métiers, Lycée des Quais de la Loire
Skills
selling, French
"""
ENGLISH_IN_SPAIN = """Inés de los Ríos Robles
Waitress, Café de la Luz, San José de la Costa, 2020 - 2022
Served 40 guests a night
Universidad de los Andes y la Plata
Instituto de la Ciudad
English, Spanish
Excel, Word, tills
Guide, Museo de las Artes
"""
NAMES_ONLY = """Pierre Le Du
Rue de la Paix, Paris
Université de Paris, École des Ponts et Chaussées
Software Engineer, Caisse des Dépôts et Consignations
Python, Java, Git, Docker, SQL, Go, Linux, React, Redux
"""


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "French"), (SPANISH, "Spanish"), (GERMAN, "German")])
def test_a_short_foreign_text_is_told(text, language):
    assert foreign_language(text) == language


@pytest.mark.parametrize("text", [ENGLISH_IN_FRANCE, ENGLISH_IN_SPAIN, NAMES_ONLY, "Python Java Go SQL " * 10])
def test_english_with_foreign_names_is_not(text):
    assert foreign_language(text) == ""
