from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.leads.phone import FILLED_IN
from workshop.forms import FieldsRefused
from workshop.kinds.lead import Lead
from workshop.language import speaking
from workshop.leads.field import fields
from workshop.leads.form import CONSENT, Details, Filled
from workshop.leads.form import check as checked
from workshop.leads.telephone import readable

NAMES = [*(field.name for field in fields()), CONSENT]
FORM = Lead(consent="Wij bewaren dit.")


def filled(given: Mapping[str, str], region: str) -> Filled:
    return checked(given, region, FORM)


def check(given: Mapping[str, str], region: str) -> Details:
    return filled(given, region).details


def refused(region: str = "NL", **changed: str) -> dict[str, str]:
    with pytest.raises(FieldsRefused) as raised:
        check({**FILLED_IN, **changed}, region)
    return raised.value.fields


def test_a_form_that_is_filled_in_gives_the_details_as_they_are_kept() -> None:
    details = check(FILLED_IN, "NL")

    assert details == Details(
        leader_name="Fatima el Idrissi",
        telephone="+31612345678",
        email="fatima@deregenboog.nl",
        school="De Regenboog",
        profile="320 leerlingen in een groeiende wijk",
        board="Stichting Samen Leren",
        question="Hoe vinden we iemand met een technische achtergrond?",
    )


def test_what_is_optional_may_be_left_out() -> None:
    given = {name: FILLED_IN[name] for name in ("leader_name", "email", "school", "consent")}

    details = check(given, "NL")

    assert (details.telephone, details.profile, details.board, details.question) == ("",) * 4


@pytest.mark.parametrize(
    "typed",
    [
        "06 12345678",
        "06-12345678",
        "0612345678",
        "+31 6 1234 5678",
        "0031612345678",
        "+31 (0)6 12345678",
    ],
)
def test_a_telephone_number_is_understood_as_people_type_it(typed: str) -> None:
    details = check({**FILLED_IN, "telephone": typed}, "NL")

    assert details.telephone == "+31612345678"


def test_a_number_without_country_code_belongs_to_the_decks_region() -> None:
    here = check({**FILLED_IN, "telephone": "0470 12 34 56"}, "be")

    assert here.telephone == "+32470123456"


@pytest.mark.parametrize(
    "typed",
    ["12", "06 1234", "twaalf", "112", "030 2345678 x12", "06 12345678 / 06 87654321", "++31", "+"],
)
def test_what_cannot_be_dialled_is_refused_with_an_example(typed: str) -> None:
    wrong = refused(telephone=typed)

    assert list(wrong) == ["telephone"]
    assert "06\u00a012345678" in wrong["telephone"]


def test_an_unknown_region_asks_for_the_country_code() -> None:
    assert "+31" in refused("Nederland")["telephone"]
    assert check({**FILLED_IN, "telephone": "+31 6 12345678"}, "Nederland").telephone


@pytest.mark.parametrize(
    "typed", ["els", "els@school", "els@@school.nl", "Els <els@school.nl>", "els@school.nl, b@c.nl"]
)
def test_what_is_no_e_mail_address_is_refused(typed: str) -> None:
    assert list(refused(email=typed)) == ["email"]


def test_telephone_or_e_mail_is_enough_but_one_of_them_there_must_be() -> None:
    assert check({**FILLED_IN, "telephone": ""}, "NL").email
    assert check({**FILLED_IN, "email": " "}, "NL").telephone
    assert list(refused(telephone="", email="")) == ["telephone", "email"]


@pytest.mark.parametrize("empty", ["", "  \n ", "\u200b", "\x00"])
def test_name_and_school_cannot_stay_empty(empty: str) -> None:
    assert list(refused(leader_name=empty, school=empty)) == ["leader_name", "school"]


@pytest.mark.parametrize("consent", ["", "no", "on"])
def test_without_consent_nothing_is_taken(consent: str) -> None:
    assert list(refused(consent=consent)) == ["consent"]


def test_every_wrong_field_has_its_text_at_once() -> None:
    wrong = refused(leader_name="", email="els", profile="x" * 1001, consent="")

    assert list(wrong) == ["leader_name", "email", "profile", "consent"]
    assert wrong["profile"] == "1 character too many."


def test_texts_are_tidied() -> None:
    details = check(
        {
            **FILLED_IN,
            "school": "  De\tRegen\nboog ",
            "leader_name": "Zoe\u0308\x07 \u202eAl",
            "profile": "eerst\r\n\r\n\r\n\r\ndan\tmeer ",
        },
        "NL",
    )

    assert details.school == "De Regen boog"
    assert details.leader_name == "Zoë Al"
    assert details.profile == "eerst\n\ndan meer"


def test_the_person_reads_it_in_the_language_of_the_deck() -> None:
    with speaking("nl"):
        labels = [field.label for field in fields()]

    assert len(set(labels)) == len(labels) == 7


def test_a_kept_number_is_read_with_spaces() -> None:
    assert readable("+31612345678") == "+31 6 12345678"
    assert readable("+16502530000") == "+1 650 253 0000"


def outcome(given: dict[str, str], region: str) -> Details | FieldsRefused:
    try:
        return check({**FILLED_IN, **given}, region)
    except FieldsRefused as refusal:
        return refusal


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(NAMES), st.text(max_size=60)),
    st.sampled_from(["NL", "BE", "nl", "", "XX"]),
)
def test_whatever_is_typed_it_is_kept_or_refused_beside_its_field(typed: dict[str, str], region: str) -> None:
    came = outcome(typed, region)

    if isinstance(came, FieldsRefused):
        assert set(came.fields) <= set(NAMES)
        assert all(came.fields.values())
    else:
        assert came.leader_name
        assert came.school
        assert came.telephone or came.email


@settings(max_examples=200, deadline=None)
@given(
    telephone=st.text("+0123456789()-/. xtel;=,٠６", max_size=45),
    email=st.text('ab@.-_+ü"<>[]:(),\\ \u200bÀ1xn', max_size=45),
)
def test_odd_numbers_and_addresses_are_kept_clean_or_refused(telephone: str, email: str) -> None:
    came = outcome({"telephone": telephone, "email": email}, "NL")

    if isinstance(came, FieldsRefused):
        assert set(came.fields) <= {"telephone", "email"}
    else:
        assert came.telephone == "" or came.telephone[1:].isdigit()
        assert came.email == "" or came.email.count("@") == 1
