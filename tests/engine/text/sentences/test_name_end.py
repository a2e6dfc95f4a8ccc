"""A name that words of the page ask for goes with them; what may be the next sentence does not."""

import pytest

from scrapelint.text.sentences.joined import name_end


@pytest.mark.parametrize(
    ("words", "name", "after"),
    [
        ("Stay tuned to our", " Orlo Hub", " for more on the fair."),
        ("GET THE", " ORLO NEWS APP", " For more on the fair, see below."),
        ("GET THE", " ORLO NEWS APP", '"He left," she said.'),
        ("GET THE", " ORLO NEWS APP", "For more on the fair, see below."),
        ("Follow us on", " Facebook", " and Instagram for more."),
        ("Follow us on", " Facebook", " The mayor left the hall."),
        ("Follow us on", "", " Facebook Ana Ruiz left the hall."),
        ("Folgen Sie dem", " Orlo Boten", " für mehr aus dem Tal."),
        ("Descarga la", " App Orlo", " para leer más."),
        ("Stay tuned to our", "", " channel. The council met."),
        ("Get the", "", " The council met again on Monday."),
        ("Get the", "", " Ana Maria Ruiz left the hall."),
        ("Sign up now", "", " Ana Ruiz left the hall."),
        ("最新ニュースは", "", "こちら。"),
        ("", "", ""),
    ],
)
def test_name_ends(words: str, name: str, after: str) -> None:
    assert name_end(words + name + after, len(words)) == len(words + name)
