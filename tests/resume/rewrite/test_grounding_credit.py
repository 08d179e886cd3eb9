"""Who did it, to what, and how far: wordings made of the line's own words that still say more than it does."""

import pytest

from core.resume.rewrite.grounding import Own, problems

REFUSED = [
    ("Built an API that carriers use to book shipments", "Booked shipments through an API that carriers use"),
    ("Built pages from the design of an agency in React", "Designed and built pages in React"),
    ("Built pages from the design of an agency in React", "Designed pages in React"),
    ("Fixed bugs in the app that the team lead found", "Found and fixed bugs in the app that the team lead"),
    ("Fixed bugs in the app that the team lead found", "Led the team that fixed bugs in the app"),
    ("Wrote unit tests for 3 of 12 services", "Wrote unit tests for 12 services"),
    ("Wrote unit tests for 3 of 12 services", "Wrote unit tests for 12 of 3 services"),
    ("Reviewed designs by two architects", "Designed reviews for two architects"),
    ("Presented to management every month", "Managed monthly presentations"),
    ("Deployed to AWS under the supervision of a senior engineer", "Deployed to AWS"),
    ("Worked with the team that migrated 200 servers", "Migrated 200 servers with the team"),
    ("Assisted customers with 30 orders a day", "Handled 30 orders a day"),
    ("Built a prototype of a chatbot", "Built a chatbot"),
    (
        "Reduced load time from 3 seconds to 1 second for 40 users",
        "Reduced load time from 3 seconds to 1 second for 3 users",
    ),
    ("Reduced load time from 3 seconds to 1 second for 40 users", "Reduced load time by 3 seconds for 40 users"),
    ("Reduced load time from 3 seconds to 1 second for 40 users", "Reduced load time to 1 second for 40 users"),
    ("Maintained 3 services and 2 databases", "Maintained 2 services and 3 databases"),
    (
        "Maintained services written in Java and tests in Python",
        "Maintained services written in Python and tests in Java",
    ),
    ("Did not use Docker", "Used Docker"),
    ("Migrated the site away from Angular to React", "Migrated the site from React to Angular"),
    ("Moved from MySQL to PostgreSQL", "Moved from PostgreSQL to MySQL"),
    ("Responsible for testing the payment service", "Led the testing of the payment service"),
    ("Responsible for the payment service", "Built the payment service"),
    ("Responsible for the payment service", "Architected the payment service"),
    ("Responsible for the payment service", "Owned the payment service"),
    ("Took part in a hackathon with a chess app", "Won a hackathon with a chess app"),
    ("Participated in code reviews", "Ran code reviews"),
    ("Participated in code reviews", "Reviewed code"),
    ("Learned Kotlin and wrote a small app", "Wrote an app in Kotlin"),
    ("Part of the team that built the search", "Built the search"),
    ("Intern project: built a dashboard for sales", "Built a dashboard for sales that increased sales"),
    ("Used Python to analyse data of 500 patients", "Analysed data of over 500 patients with Python"),
    ("Used Python to analyse data of about 500 patients", "Used Python to analyse data of 500+ patients"),
    ("Translated the app into German and Spanish", "Translated the app into German, Spanish and French"),
    ("Taught 20 students Java", "Taught 20 students Java and JavaScript"),
    ("Taught 20 students Java", "Taught 20 Java classes to students"),
    ("Organised a meetup for 50 people with Anna Berg", "Organised a meetup for 50 people as Anna Berg"),
    ("Organised a meetup for 50 people with Anna Berg", "Organised with Anna Berg 50 meetups for people"),
    (
        "Ran the shop's website, with 100 orders a month",
        "Ran the shop's website, with 100 orders monthly for 100 people",
    ),
    ("Worked at Acme on the billing system", "Worked on the Acme billing system for Globex"),
    ("Cut costs by $5k a year", "Cut costs by 5k a year"),
    ("Cut costs by $5k a year", "Cut costs by €5k a year"),
    ("Cut costs by $5k a year", "Cut costs by $5k a month"),
    ("Supported 5 sales staff in Excel", "Supported sales staff with 5 Excel reports"),
    ("Prepared reports for the head of sales", "Head of sales reports"),
    ("Prepared reports for the head of sales", "Headed sales reports"),
    ("Wrote reports for the chief engineer", "Chief engineer for reports"),
    ("Wrote reports for the director of research", "Directed research reports"),
    ("Was asked to join the release team", "Joined the release team and released"),
    ("Helped users with the release of version 2", "Released version 2 for users"),
    ("Helped users with the release of version 2", "Helped release version 2 for users"),
    ("Assisted the lead developer with tests", "Assisted as lead developer with tests"),
    ("Assisted the lead developer with tests", "Assisted with tests, led the developer"),
    ("Wrote a script that saves 2 hours", "Saved 2 hours with a script"),
    ("Collected data for a study on Google Maps", "Collected data for Google with Maps study"),
    ("Collected data for a study on Google Maps", "Collected data for a study by Google on Maps"),
    ("Fixed 10 of the 80 open issues", "Fixed 80 open issues"),
    ("Planned tests together with QA", "Planned tests"),
    ("Built half of the app", "Built the app"),
    ("Built the app in my free time", "Built the app"),
]
PASSED = [
    ("Responsible for testing the payment service", "Tested the payment service"),
    ("Was responsible for maintaining servers on AWS", "Maintained servers on AWS"),
    ("I developed a web application using React and Node.js", "Developed a web application using React and Node.js"),
    ("I developed a web application using React and Node.js", "Built a web app with React and Node.js"),
    ("Development of REST APIs with Spring Boot", "Developed REST APIs with Spring Boot"),
    ("The reports were generated by me with Python every week", "Generated the reports with Python every week"),
    ("Implemented various features for the mobile app in Kotlin", "Implemented features for the mobile app in Kotlin"),
    ("Successfully migrated the database from MySQL to PostgreSQL", "Migrated the database from MySQL to PostgreSQL"),
    ("In charge of managing a group of 5 interns", "Managed a group of 5 interns"),
    ("Worked on improving the performance of SQL queries", "Worked to improve the performance of SQL queries"),
    (
        "Was able to reduce the build time by 40% by caching dependencies",
        "Reduced build time by 40% by caching dependencies",
    ),
    ("Utilized Docker in order to deploy the services", "Used Docker to deploy the services"),
    ("Used Docker in order to deploy services", "Deployed services with Docker"),
    ("Teaching 20 students Java basics every Friday", "Taught 20 students Java basics every Friday"),
    ("We designed and built a chat app with Flutter", "Helped design and build a chat app with Flutter"),
    ("We designed and built a chat app with Flutter", "Designed and built a chat app with Flutter in a team"),
    (
        "Creation of dashboards in Power BI for the sales department",
        "Created dashboards in Power BI for the sales department",
    ),
    ("Helped in the development of a booking website with Django", "Helped develop a booking website with Django"),
    (
        "Optimized the queries, so pages load in 2 seconds instead of 5",
        "Optimized queries, so pages load in 2 seconds instead of 5",
    ),
    ("Did the analysis of sales data with pandas and made charts", "Analysed sales data with pandas and made charts"),
    ("Daily cleaning and checking of the machines", "Cleaned and checked the machines daily"),
    ("Handling of customer complaints", "Handled customer complaints"),
    (
        "Automated the deployment using Jenkins, which made releases faster",
        "Automated the deployment with Jenkins, which made releases faster",
    ),
    ("Made an app for tracking expenses in Swift", "Built an expense tracking app in Swift"),
    ("My role was to write unit tests in JUnit", "Wrote unit tests in JUnit"),
    (
        "Set up monitoring with Prometheus and Grafana for 12 services",
        "Set up Prometheus and Grafana monitoring for 12 services",
    ),
    (
        "Trained a model for image classification with PyTorch, accuracy of 92%",
        "Trained an image classification model with PyTorch to an accuracy of 92%",
    ),
    (
        "Collaborated with designers to create the new landing page",
        "Worked with designers to create the new landing page",
    ),
    ("Was part of a team of 4 that built a parking app", "Contributed to a parking app in a team of 4"),
    (
        "Documented the API so that new developers could start in one day instead of three",
        "Documented the API so new developers could start in one day instead of three",
    ),
    ("Refactored legacy code in order to make it more readable", "Refactored legacy code to make it more readable"),
]


@pytest.mark.parametrize(("before", "candidate"), REFUSED)
def test_more_than_was_said_is_refused(before: str, candidate: str) -> None:
    assert problems(before, candidate, Own(before), "work.0.highlights.0")


@pytest.mark.parametrize(("before", "candidate"), PASSED)
def test_the_same_in_better_words_passes(before: str, candidate: str) -> None:
    assert problems(before, candidate, Own(before), "work.0.highlights.0") == ()
