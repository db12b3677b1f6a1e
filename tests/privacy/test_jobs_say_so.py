"""Every kind of job says whether its files hold what people left: an erasure passes over the others."""

from flask import Flask

from workshop.jobs.personal import HOLD_PEOPLE
from workshop.jobs.worker import JOBS

WITHOUT_PEOPLE = {
    "answer-sheets": "questions and numbers",
    "sweep": "it makes no file",
    "mail": "it makes no file, and the letter goes with the job's end",
    "friend_mail": "it makes no file, and the address goes with the job's end",
    "webhook": "it makes no file, and names a lead by its number",
    "lead_import": "its file is brought, and gone within a day",
}


def test_every_kind_of_job_says_whether_it_prints_people(app: Flask) -> None:
    kinds = {kind for kind in JOBS if kind != "test"}

    assert kinds == HOLD_PEOPLE | WITHOUT_PEOPLE.keys()
