"""The podium: the first three, the others, and what is said while there is nobody."""

import pytest
from flask import Flask

from tests.decks.written import FIRST, FRONT, mistake
from tests.kinds.drawn import SCREENS, Page
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.kinds.podium import Player, Podium, Standing, ranked
from workshop.language import speaking

QUIZ = "# Vraag\n\n::: quiz\n- [x] a\n- b\n:::\n\n---\n\n"


def standing(*points: int) -> Standing:
    return ranked({f"p{n}": (f"Naam {n}", earned) for n, earned in enumerate(points)})


def podium(container: str = "::: podium\n:::") -> Podium:
    deck: Deck = parse(f"{FRONT}{QUIZ}# Stand\n\n{container}\n")
    (figure,) = deck.slides[1].figures
    assert isinstance(figure, Podium)
    return figure


def drawn(app: Flask, screen: str, now: Standing | None, most: int = 10) -> Page:
    template = app.jinja_env.get_template(f"kinds/podium/{screen}.html")
    with app.app_context(), speaking("nl"):
        return Page(template.render(figure=Podium(most), standing=now))


def test_it_shows_ten_players_or_as_many_as_the_deck_says() -> None:
    assert podium().most == 10
    assert podium("::: podium {most=5}\n:::").most == 5


def test_a_podium_without_a_quiz_is_a_mistake() -> None:
    found = mistake(f"{FRONT}# Stand\n\n::: podium\n:::\n")

    assert found.line == FIRST + 2
    assert "no quiz" in found.what
    assert "::: quiz" in found.right


def test_a_number_that_does_not_fit_is_a_mistake() -> None:
    assert "from 3 to 20" in mistake(f"{FRONT}{QUIZ}# Stand\n\n::: podium {{most=21}}\n:::\n").right


def test_the_most_points_come_first_and_equal_points_share_a_place() -> None:
    players = standing(500, 900, 500, 100, 900).players

    assert [(player.points, player.place) for player in players] == [
        (900, 1), (900, 1), (500, 3), (500, 3), (100, 5),
    ]  # fmt: skip


def test_a_step_holds_everybody_with_its_place() -> None:
    first, third = standing(900, 900, 500, 400).steps

    assert (first.place, [player.points for player in first.players]) == (1, [900, 900])
    assert (third.place, [player.points for player in third.players]) == (3, [500])


def test_a_step_names_three_and_counts_the_others() -> None:
    (only,) = standing(*[700] * 8).steps

    assert (len(only.named), only.others) == (3, 5)


def test_below_it_come_the_others_as_far_as_there_is_room() -> None:
    many = standing(*range(1000, 0, -10))

    assert [player.place for player in many.below(10)] == [4, 5, 6, 7, 8, 9, 10]
    assert standing(3, 2, 1).below(10) == ()
    assert standing(*[700] * 30).below(10) == ()


def test_it_is_a_table() -> None:
    with speaking("nl"):
        table = Podium(most=3).table(standing(2340, 100, 100, 5))

    assert table.header == ("Plek", "Naam", "Punten")
    assert table.rows == (("1", "Naam 0", "2.340"), ("2", "Naam 1", "100"), ("2", "Naam 2", "100"))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("now", [None, Standing()])
def test_while_there_is_nobody_it_says_what_will_come(app: Flask, screen: str, now: Standing | None) -> None:
    assert "Hier komen de namen" in drawn(app, screen, now).text


@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_has_a_name_and_points(app: Flask, screen: str) -> None:
    page = drawn(app, screen, standing(2340, 900, 800, 700))

    assert all(f"Naam {n}" in page.text for n in range(4))
    assert "2.340" in page.text


def test_one_player_is_a_podium_too(app: Flask) -> None:
    page = drawn(app, "projector", Standing((Player("p", "Slim Hert", 0, 1),)))

    assert page.text == "Slim Hert 0 punten 1"
