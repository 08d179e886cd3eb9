"""Fixed résumés of four qualities, invented for the tests; their scores are pinned."""

TODAY_TEXT = "2026-11-22"

WEAK = """
# Sam Rivers
coolsam99@example.com
## Objective
Hardworking team player looking for a challenging position in a dynamic company where I can enhance my skills.
## Experience
@ Intern | Acme Web | 2024-06 | 2024-08
- Responsible for various tasks
- Worked on the company website
- Helped with bugs
- I was involved in meetings with the team
## Projects
@ Chat App
- A chat app was made using javascript and nodejs
@ To-do list
- Simple to-do list
## Education
@ BSc Computer Science | Northfield University | 2022 | 2026
## Skills
HTML, CSS, Javascript, Nodejs, Python, Java, C++, Mysql, MongoDB, Docker, Github, AWS, Machine Learning
"""

STUDENT = """
# Mina Park
mina.park@example.org | +1 555 010 7788 | linkedin.com/in/minapark | github.com/minapark | Denver
## Education
@ BSc Computer Science | Lakeside State University | 2022 | 2026
## Experience
@ Software Engineering Intern | Brightloop | 2025-06 | 2025-09
- Worked on the customer dashboard using React and TypeScript
- Successfully developed REST API endpoints in Node.js for the billing service
- Wrote unit tests with Jest for the checkout module
- Participated in code reviews and daily stand-ups with the team
@ Teaching Assistant | Lakeside State University | 2024-09 | 2025-05
- Held weekly labs for 40 students in data structures
- Graded assignments and answered questions in office hours
## Projects
@ Trailmate
- Built a hiking planner with React and Express that stores routes in PostgreSQL
- Implemented login with JWT and deployed the app on Heroku
@ Weather Station
- Python script which reads sensor data and plots it
- Responsible for the hardware set-up with a Raspberry Pi
## Skills
Languages: JavaScript, TypeScript, Python, Java, SQL
Tools: React, NodeJS, Express, PostgreSQL, Git, Github, Docker, Jest, AWS, Kubernetes, MongoDB
"""

GOOD = """
# Leo Marin
leo.marin@example.org | +44 7700 900123 | linkedin.com/in/leomarin | github.com/leomarin | Leeds
## Summary
Backend engineer with four years in payments, mostly Python and PostgreSQL, looking for a platform team.
## Experience
@ Backend Engineer | Paybridge | 2023-03 | present
- Build and run the payout service in Python and FastAPI, moving 1.2 million payments a month
- Reduced failed payouts by adding idempotent retries on top of RabbitMQ
- Migrated the customer tables from MySQL to PostgreSQL
- Introduced contract tests in CI, so that partner teams find breaking changes before a release
- Work with the risk team on rules for suspicious transfers
@ Junior Developer | Kestrel Software | 2021-07 | 2023-02
- Developed REST endpoints in Django for a booking platform of 300 hotels
- Wrote the integration tests for the invoicing module with pytest
- Automated the nightly reports of the finance team with Airflow
- Responsible for the release notes
## Projects
@ ledger-lint | | 2024 | 2025 | https://github.com/leomarin/ledger-lint
- Wrote a checker for double-entry files in Go, used by about 200 people
- Published releases for three systems through Github Actions
## Education
@ BSc Mathematics | Aire University | 2018 | 2021
## Skills
Languages: Python, Go, SQL
Tools: FastAPI, Django, PostgreSQL, MySQL, RabbitMQ, Airflow, Docker, Git, GitHub Actions
"""

EXEMPLARY_BACKEND = """
# Noor Haddad
noor.haddad@example.org | +49 30 901820 | linkedin.com/in/noorhaddad | github.com/noorhaddad | Berlin
## Summary
Backend engineer with six years in logistics; builds services in Go and PostgreSQL that carriers rely on around the clock.
## Experience
@ Senior Backend Engineer | Cargowise Nord | 2023-02 | present
- Redesigned the tracking API in Go, cutting p95 latency from 900 ms to 140 ms at 2,400 requests per second
- Led a team of four through the move from a monolith to 9 services on Kubernetes, without downtime
- Halved the cloud bill (from €31k to €15k a month) by caching carrier rates in Redis
- Set up GitHub Actions pipelines with integration tests, so that releases went from monthly to daily
- Mentored three junior engineers, two of whom now own services of their own
@ Backend Engineer | Hafenwerk | 2020-04 | 2023-01
- Built a customs-declaration service in Python and Django that handles 60,000 forms a month
- Replaced nightly batch files with Kafka events, shortening the delay of updates from 12 hours to 20 seconds
- Raised test coverage of the billing module from 35 % to 86 % and caught 40 rounding bugs before customers did
- Wrote the REST documentation that 25 partner companies use to connect
## Projects
@ pgtrail | | 2022 | 2024 | https://github.com/noorhaddad/pgtrail
- Published an audit-log extension for PostgreSQL with 640 stars and 30 contributors
- Documented it with runnable examples in Docker, which cut first-week questions by half
## Education
@ MSc Computer Science | Elbe University | 2017 | 2020
## Skills
Languages: Go, Python, SQL
Systems: PostgreSQL, Redis, Kafka, Kubernetes, Docker, Django
Practice: REST, Git, GitHub Actions, integration tests
"""

EXEMPLARY_STUDENT = """
# Ivo Tadic
ivo.tadic@example.org | +385 1 555 0143 | linkedin.com/in/ivotadic | github.com/ivotadic | Split
## Education
@ BSc Computer Engineering | Adriatic University | 2022 | 2026
## Experience
@ Web Development Intern | Marina Labs | 2025-06 | 2025-09
- Rebuilt the berth-booking page in React and TypeScript, cutting its load time from 4.1 to 1.3 seconds
- Added keyboard navigation and labels that brought the accessibility audit from 61 to 98 points
- Wrote 45 Cypress tests that found six booking errors before the season began
- Presented the results to the port authority, which adopted the page for three more marinas
@ Teaching Assistant | Adriatic University | 2024-10 | 2025-05
- Taught weekly labs in algorithms to 60 students and raised the pass rate from 71 % to 84 %
- Created an autograder in Python that saves the course staff nine hours a week
## Projects
@ Bura | | 2024 | 2025 | https://bura.example.org
- Built a wind forecast for sailors with Next.js and Node.js, used by 1,100 people last summer
- Cached model data in PostgreSQL, so that the map opens in under a second on a phone
@ GrafKit | | 2023 | 2024 | https://github.com/ivotadic/grafkit
- Wrote a graph-drawing library in JavaScript with 190 stars, covered by 120 Jest tests
- Reviewed and merged 14 pull requests from seven contributors
## Skills
Languages: TypeScript, JavaScript, Python, HTML, CSS, SQL
Tools: React, Next.js, Node.js, PostgreSQL, Cypress, Jest, Git
"""

EXEMPLARY_NURSE = """
# Grace Okafor
grace.okafor@example.org | +44 20 7946 0991 | linkedin.com/in/graceokafor | Bristol
## Profile
Registered nurse with eight years in emergency and acute care, certified in advanced life support and triage.
## Experience
@ Senior Staff Nurse | Harbour Hospital | 2021-05 | present
- Lead a shift of nine nurses in an emergency unit that sees 240 patients a day
- Introduced a sepsis checklist that shortened the time to antibiotics from 74 to 41 minutes
- Trained 32 new nurses in triage, all of whom passed their assessment at the first attempt
- Reduced medication errors by 45 % by moving double checks to the start of each round
@ Staff Nurse | Mill Lane Clinic | 2018-02 | 2021-04
- Cared for up to 14 surgical patients per shift and coordinated their discharge with social services
- Designed a handover sheet that cut handover from 35 to 20 minutes; five wards adopted it
- Organized vaccination days that reached 1,900 residents over two winters
## Education
@ BSc Nursing | Severn University | 2014 | 2017
## Certifications
Advanced Life Support, Resuscitation Council, 2024
## Skills
Clinical: triage, wound care, intravenous therapy, patient education
Languages: English, Igbo
"""

ALL = {
    "weak": WEAK,
    "student": STUDENT,
    "good": GOOD,
    "exemplary backend": EXEMPLARY_BACKEND,
    "exemplary student": EXEMPLARY_STUDENT,
    "exemplary nurse": EXEMPLARY_NURSE,
}
