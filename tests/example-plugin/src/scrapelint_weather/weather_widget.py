"""WEA001 weather-widget."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class WeatherWidget(PhraseRule):
    """A heading or a button of the weather box beside an article.

    Why it matters: the box changes every hour, so that one article gets many versions that differ only there.

    What to do: remove the line; keep the box out of the extractor's selection.
    """

    code, name, severity = "WEA001", "weather-widget", Severity.WARNING
    fix = "unsafe"
    packs = ("weather-widget",)
    examples = (
        Bad("The harbour is open.\n\n⟦Weather forecast for Larn⟧", fixed="The harbour is open."),
        Bad("⟦See the 7-day forecast⟧\n\nThe harbour is open."),
        Bad("Der Hafen ist offen.\n\n⟦Zur 7-Tage-Vorhersage⟧"),
        Good("The weather forecast for Larn was wrong again, the mayor said.", why="a sentence about a forecast"),
        Good("She reads the forecast every day."),
        Good("Die Vorhersage war falsch."),
    )
