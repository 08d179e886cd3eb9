"""What stands at the head of a post: title, company, level, place, and whether the work is done from home."""

import pytest

from core.resume.match.reading import read_post


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Senior Backend Engineer (m/f/d) @ Northwind Labs\nBerlin, Germany · Hybrid",
            "Senior Backend Engineer|Northwind Labs|senior|Berlin, Germany|hybrid",
        ),
        (
            "Job Title: Cloud Engineer (all genders)\nLocation: Zurich, Switzerland\nSeniority: Mid-level",
            "Cloud Engineer||mid|Zurich, Switzerland|",
        ),
        (
            "Acme Robotics is looking for a Junior Data Analyst to join our team in Manchester. Remote is not possible.",
            "Junior Data Analyst|Acme Robotics|junior|Manchester|onsite",
        ),
        ("QA Lead - Remote\nYou are fluent in English", "QA Lead||lead||remote"),
        ("Site Reliability Engineer in München\nAcme", "Site Reliability Engineer|||München|"),
        ("Our client, a bank, requires a DevOps Engineer on contract.", "DevOps Engineer||||"),
        ("We are hiring a Lead Backend Engineer to join us in Lisbon", "Lead Backend Engineer||lead|Lisbon|"),
        (
            "Product Manager, Payments\nLarkspur · Austin, TX · Hybrid",
            "Product Manager, Payments|Larkspur||Austin, TX|hybrid",
        ),
        ("Senior Product Manager - Growth\nJoin Tallyho now", "Senior Product Manager|Tallyho|senior||"),
        ("Security Analyst\nNice:\n- SIEM", "Security Analyst||||"),
        (
            "Site Reliability Engineer\nIsarstrom Messsysteme GmbH",
            "Site Reliability Engineer|Isarstrom Messsysteme GmbH|||",
        ),
        ("Hi! We are Oakpost, and we are hiring a Data Analyst.", "Data Analyst|Oakpost|||"),
        ("We need help.", "||||"),
        (
            "iOS Developer (Middle) | Lisbon | hybrid, 2 days in the office | 42-55k gross | English",
            "iOS Developer||mid|Lisbon|hybrid",
        ),
        (
            "Firmware Engineer\nLindwurm Optik GmbH | Jena | on-site",
            "Firmware Engineer|Lindwurm Optik GmbH||Jena|onsite",
        ),
        ("Tester (m/f/d) in Vienna or remote (Austria)", "Tester|||Vienna|remote"),
        ("We're looking for our third engineer! There are four of us in Edinburgh.", "|||Edinburgh|"),
    ],
)
def test_heads_are_read(text, told):
    post = read_post(text)
    found = (post.title, post.company, post.seniority, post.place, post.remote)
    assert found == tuple(told.split("|"))
