"""What NAV002 does with names of networks that may be choices of a question, where the line breaks are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

PORTUGUESE = (
    "A mensagem falsa pede a quem a recebe em Larn que responda a três perguntas antes de ver o prêmio que não existe. "
    "RESPONDA: 1 – POR QUAL REDE SOCIAL VOCÊ DESCOBRIU A PROMOÇÃO DO PORTO? FACEBOOK WHATSAPP INSTAGRAM TWITTER "
    "2 – VOCÊ JÁ FEZ COMPRAS NA LOJA DO PORTO? SIM NÃO. A loja de Larn disse na terça-feira que nunca enviou a mensagem."
)
ENGLISH = (
    "The false message asks all who get it in Larn to answer three questions before they see a prize that is not there. "
    "ANSWER: 1 – ON WHICH NETWORK DID YOU HEAR OF THE HARBOUR SALE? FACEBOOK WHATSAPP INSTAGRAM TWITTER "
    "2 – HAVE YOU EVER BOUGHT ANYTHING AT THE HARBOUR SHOP? YES NO. The shop in Larn said on Tuesday that it never sent this."
)


@pytest.mark.parametrize("text", [PORTUGUESE, ENGLISH])
def test_choices_of_a_question_are_not_taken_out(linter: Linter, text: str) -> None:
    found = [finding for finding in linter.check(Article(text)) if finding.code == "NAV002"]

    assert [finding.fix for finding in found] == [None]
