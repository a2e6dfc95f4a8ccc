"""NAV002 share-bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    QUESTION_MARKS,
    Bad,
    DocumentRule,
    Finding,
    Good,
    Hit,
    LinePattern,
    Severity,
    Span,
    excerpt,
    hit_evidence,
)
from scrapelint_rules.navigation._shared.blogger import PATTERN as BLOGGER
from scrapelint_rules.navigation._shared.blogger import blogger_bars
from scrapelint_rules.navigation._shared.broken import POINTED
from scrapelint_rules.navigation._shared.own.networks import NAME, own_networks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scrapelint.plugin import Document, Line

_NETWORKS = (
    "facebook", "twitter", "x", "whatsapp", "linkedin", "telegram", "pinterest", "reddit", "flipboard", "instagram",
    "youtube", "messenger", "google+", "google plus", "viber", "vkontakte", "vk", "odnoklassniki", "line", "kakaotalk", "kakao", "weibo",
    "wechat", "tumblr", "xing", "pocket", "email", "e-mail", "mail", "copy link", "print", "submit", "sms", "threads", "bluesky", "mastodon", "skype", "link", "gmail", "tiktok",
    "вконтакте", "одноклассники", "телеграм", "твиттер", "фейсбук", "페이스북", "트위터", "카카오톡", "微信", "微博", "フェイスブック",
)  # fmt: skip
_CALLS = (
    "share", "share on", "share to", "share via", "share this", "share this story", "share this article", "tweet", "follow", "teilen", "auf", "per",
    "partager", "partager sur", "compartir", "compartir en", "condividi", "condividi su", "compartilhar", "compartilhe", "delen", "dela", "del", "jaa",
    "udostępnij", "sdílet", "paylaş", "поделиться", "поширити", "bagikan", "chia sẻ", "공유", "シェア", "分享", "share with", "share by", "on", "via",
)  # fmt: skip


SENTENCES = "inside"
"""Entry of the pack whose phrases are sentences; another of the article may be on their line."""

BAR = "bar"
"""Entry that names of networks in a row below a call to share count for, too: on 71 labelled pages none was the article's."""
CALLS = (BAR, "run")
"""Entries of calls to share."""

_BRACKETS = ("[]", "()", "（）", "【】", "［］")

_ROW = LinePattern(
    r"(?i)^\W{0,4}(?:(?P>call)[\s:|]{0,9}){0,3}(?P>network)(?:[\s|,/·•+-]{0,9}(?:(?P>call)[\s:]{0,3}){0,2}(?P>network)){1,15}\W{0,6}$",
    ("facebook", "twitter", "tweet", "whatsapp", "linkedin", "telegram", "вконтакте", "페이스북", "微博"),
    words={"call": _CALLS, "network": _NETWORKS},
)
"""A line of nothing but networks and calls to share, two networks at least, glued or not."""


MIN_PARAGRAPH_SPACES = 12
"""Spaces of a line from which it is a paragraph below a subheading, not another button or a post's first words."""
RUN, MIN_QUESTION_SPACES = "run", 3
"""Entry of names of networks in a row, and the shortest question, in spaces, that they may be run into."""


class ShareBar(DocumentRule):
    """A share or print button, or a row of them.

    Why it matters: "Facebook Twitter WhatsApp" between headline and story is on most news pages
    and in none of the stories.

    What to do: remove the lines.
    """

    code, name, severity = "NAV002", "share-bar", Severity.WARNING
    fix = "safe"
    packs = ("share",)
    patterns = (_ROW, BLOGGER)
    needs_wording = True
    examples = (
        Bad("⟦Facebook Twitter WhatsApp⟧\n\nThe council met.", fixed="The council met."),
        Bad("⟦Facebook⟧\n⟦Twitter⟧\n\nThe council met.", fixed="The council met."),
        Bad("The council met.\n\n⟦Share this article⟧", fixed="The council met."),
        Bad("Der Rat trat zusammen.\n\n⟦Auf Facebook teilen⟧"),
        Bad("⟦Share to facebookShare to twitter⟧"),
        Bad("The council met.\n\n⟦Email ThisBlogThis!Share to XShare to FacebookShare to Pinterest⟧", fixed="The council met."),
        Bad(
            "The council met on Friday, the mayor said. ⟦Diesen Post per E-Mail versendenBlogThis!In Twitter freigebenAuf Pinterest teilen⟧",
            fixed="The council met on Friday, the mayor said.",
        ),
        Bad("El consejo se reunió.\n\n⟦Enviar por correo electrónicoEscribe un blogCompartir en XCompartir con Facebook⟧"),
        Bad("The council met.\n\n⟦Share this:⟧\n\n⟦Tweet⟧\n\n⟦Print⟧\n\n⟦Email⟧\n\n⟦WhatsApp⟧", fixed="The council met."),
        Bad("Der Rat trat zusammen.\n\n⟦Artikel teilen⟧\n⟦Facebook⟧\n⟦LinkedIn⟧", fixed="Der Rat trat zusammen."),
        Bad("Belediye meclisi toplandı.\n\n⟦Paylaş⟧\n\n⟦Facebook⟧\n\n⟦Twitter⟧", fixed="Belediye meclisi toplandı."),
        Good("He wrote: email this, blog this, share to X and Facebook.", why="a sentence"),
        Good("Facebook and Twitter took the posts down on Friday.", why="a sentence about the networks"),
        Good(
            "USスチール<\nX\n>が買われた。ラーンの港は月曜日に開き、船は六時に出た。\n\nアナ・ルイスはそう語った。\n\nUSスチール<\nX\n>",
            why="the code of a firm between brackets",
        ),
        Good("Share prices rose.", why="another sense"),
        Good(
            "“We never asked for it”, the editor wrote under a button that said share this article, and the mayor told the council so on Friday.",
            why="a sentence that reports what a page says",
        ),
        Good(
            "The singer answered on Tuesday night, and her fans had read it before the label could ask her to wait for a week.\n\n"
            "[Instagram]\n\nThe band has gone [Radar]",
            why="the source of an item",
        ),
        Good(
            "Kari Moe of Larn\n\nYouTube\n\nMoe puts a new song on her YouTube channel every Wednesday, and 40,000 people of "
            "the islands had heard the first one by the end of that week, the label said.\n\nBorn: 11 June 1988",
            why="a subheading",
        ),
        Good(
            "The council of Larn approved the plan for the tram on Tuesday night after a debate of six hours, the mayor said.\n\n"
            "The networks that have to answer by May:\n\nFacebook\n\nTwitter\n\nInstagram\n\n"
            "The council of Orlo met on Tuesday night and spoke of its debts for six hours, and the mayor of the town said so.",
            why="a list that the line above announces",
        ),
        Good(
            "Almost all pupils of Larn have an account somewhere, a survey of the town has found, and most of them have several.\n\n"
            "The largest networks:\n\nTikTok\n\nInstagram\n\nFacebook\n\n"
            "Facebook came last because their parents are there, said the mayor, who had asked for the survey in March.",
            why="a list of which the article speaks",
        ),
        Good(
            "Мэрия Ларна закроет страницу в конце месяца, сообщила в понедельник мэр Ида Холм.\nОстанутся аккаунты:\n"
            "Telegram\nYouTube\nInstagram\nЖелающие могут подписаться на рассылку в библиотеке города.",
            why="a list amid sentences of a short article",
        ),
        Good(
            "Thousands of people have left X since the spring, and most of them do not know where to go.\n\nMastodon\n\n"
            "You choose a server first, and nobody tells you which.\n\nBluesky\n\n"
            "It looks like the old Twitter, and behaves like it on a good day.\n\nThreads\n\nIt is run by Meta, and it shows in every line.",
            why="subheadings",
        ),
        Good(
            "Trois élus sur quatre ont un compte, selon une étude publiée lundi par l'université de Larn.\nFacebook\n"
            "C'est là que sont les électeurs de plus de cinquante ans.\nTwitter\nC'est là que sont les journalistes et les experts.",
            why="the same",
        ),
        Bad(
            "Мэрия Ларна закроет страницу в конце месяца, сообщила в понедельник мэр Ида Холм.\n⟦Поделиться:⟧\n"
            "⟦Telegram⟧\n⟦YouTube⟧\n⟦Instagram⟧\nЖелающие могут подписаться на рассылку в библиотеке города.",
        ),
        Good("The firms named were:\n\nFacebook\n\nAll of them declined to comment.", why="one name alone may be a list item"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each row, each button, and each of several network names together."""
        rows = {line.index: line for line, _ in doc.matches(_ROW)}
        bars = list(blogger_bars(doc))
        yield from (self._on_bar(doc, bar) for bar in bars)
        barred = {line.index: line for bar in bars for line in doc.lines_in(bar)}
        for line in (line for line in rows.values() if line.index not in barred):
            yield self.on_lines(
                doc,
                line,
                message=f'buttons to share or follow: "{excerpt(line.text)}"',
                confidence=0.98,
                evidence={"kind": "row"},
            )
        rows |= barred
        hits = [hit for hit in doc.hits("share") if hit.line.index not in rows and not doc.is_reported(hit)]
        buttons = {hit.line.index for hit in hits} | rows.keys()
        own = own_networks(doc)
        called, seen = _names_after_call(hits, own), own | doc.taken_up_lines
        for hit in hits:
            if hit.line.index not in seen and (hit.entry.id != NAME or _is_button(doc, hit, buttons)):
                seen.add(hit.line.index)
                yield self._button(doc, hit, is_called=hit.line.index in called)

    def _on_bar(self, doc: Document, bar: Span) -> Finding:
        """Return the finding on the buttons of a post on Blogger, and on nothing else of their line."""
        about = f'buttons to share or follow: "{excerpt(doc.text[bar.start : bar.end])}"'
        line = doc.line_at(bar.start)
        return self.on_part(doc, line, bar, message=about, confidence=0.98, evidence={"kind": "blogger"})

    def _button(self, doc: Document, hit: Hit, *, is_called: bool) -> Finding:
        about = f'button to share or follow: "{excerpt(hit.line.text)}"'
        confidence, evidence = hit.entry.confidence, hit_evidence(hit)
        if is_called:
            evidence |= {"entry": BAR}
        may_run_on = doc.is_flat or hit.entry.id == SENTENCES
        part = doc.part(hit) if may_run_on else hit.line.span
        finding = self.on_part(doc, hit.line, part, message=about, confidence=confidence, evidence=evidence)
        if doc.is_flat and hit.entry.id == RUN and _asks(doc, Span(hit.end, part.end)):
            return finding._replace(fix=None, severity=Severity.INFO, span=Span(hit.start, hit.end))
        return finding


def _names_after_call(hits: Sequence[Hit], own: Collection[int]) -> set[int]:
    """Return the lines of names in a row below a call to share, "Share this:"."""
    calls = {hit.line.index for hit in hits if hit.entry.id in CALLS}
    called: set[int] = set()
    for place in (hit.line.index for hit in hits if hit.entry.id == NAME):
        if place not in own and place not in calls and (place - 1 in calls or place - 1 in called):
            called.add(place)
    return called


def _asks(doc: Document, after: Span) -> bool:
    """Tell whether a question follows names of networks: they may be what the one before it lets choose from."""
    text = doc.text[after.start : after.end].rstrip()
    return text.endswith(tuple(QUESTION_MARKS)) and text.count(" ") >= MIN_QUESTION_SPACES


def _is_button(doc: Document, hit: Hit, buttons: set[int]) -> bool:
    """Tell whether a name is near another button, or outside the article; alone it may be an item of a list."""
    at, above = hit.line.index, doc.before(hit.line)
    if hit.line.text.rstrip().endswith(POINTED) or (above is not None and above.text.rstrip().endswith(POINTED)):
        return False
    if any(at + step in buttons for step in (-2, -1, 1, 2)):
        return True
    is_outside = doc.zone(hit.line) != "body" and bool(doc.paragraphs)
    return is_outside and not (_is_source(hit.line) or _is_subheading(doc, hit))


def _is_subheading(doc: Document, hit: Hit) -> bool:
    """Tell whether the paragraph below a name tells of it."""
    below = doc.after(hit.line)
    return below is not None and below.key.count(" ") >= MIN_PARAGRAPH_SPACES and hit.phrase in below.key


def _is_source(line: Line) -> bool:
    """Tell whether a line is in brackets: "[Instagram]" under what was posted there."""
    text = line.text.strip()
    return text[:1] + text[-1:] in _BRACKETS
