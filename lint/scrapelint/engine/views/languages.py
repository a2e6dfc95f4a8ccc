"""The language of an article, declared and found."""

from __future__ import annotations

from functools import cached_property

from scrapelint.engine.views.lines import LineView


class LanguageView(LineView):
    """The language of an article, declared and found."""

    @cached_property
    def language(self) -> str | None:
        """ISO 639 code of the language that the scraper declared, else of the text's; None where neither tells."""
        return self.declared_language or self.found_language

    @property
    def known_language(self) -> str | None:
        """The language, without working it out: empty where it cannot be told, None where nobody has asked for it."""
        known = self.__dict__
        return self.language or "" if "language" in known or "found_language" in known else None

    @cached_property
    def declared_language(self) -> str | None:
        """ISO 639 code of the language that the scraper declared; None where it named none."""
        from scrapelint.text import languages

        return languages.code_of(self.article.get("language"))

    @cached_property
    def found_language(self) -> str | None:
        """ISO 639 code of the language of the text, whatever the scraper said; None where it cannot be told.

        It cannot where the scraper declared a language that is never found: a text in Asturian reads like Spanish.
        """
        from scrapelint.text import languages

        declared = self.declared_language
        if declared and not languages.can_identify(declared):
            return None
        return languages.language_of(self.text)
