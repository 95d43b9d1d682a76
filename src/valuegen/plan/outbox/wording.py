"""The words of an entry in a channel's form.

They are the entry's own: its text, else its summary; then what it asks, unless the text does; then the address of its
page, and who speaks. No name is merged into them: whoever sends them adds the greeting. An entry that has a page is
told in short (title, summary, address) where its whole text is more than the channel bears.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from valuegen.model.channel import Channel
from valuegen.plan.outbox.forms import Form
from valuegen.plan.outbox.lengths import PREVIEW_SEEN, beginning, length_on, room_of
from valuegen.plan.outbox.places import Places
from valuegen.plan.outbox.sms import plainer
from valuegen.plan.outbox.types import Words
from valuegen.plan.types import Occurrence, Plan
from valuegen.prose import Prose
from valuegen.prose.html_form import MAIL, Mail, html_of_tree, on_paper
from valuegen.prose.text_form import TextForm, text_of_tree
from valuegen.prose.tree import Node, tree_of
from valuegen.words import msg, say

SIGNED = frozenset({"whatsapp", "chat", "sms", "mail", "print", "gather"})
NO_LINKS = frozenset({"instagram", "tiktok"})
"""Where an address in the words can't be followed."""
_SPOKEN = frozenset({"talk", "none"})
_NOTES = '<section class="footnotes"'
_TEXT_FORM: dict[Form, TextForm] = {"whatsapp": "whatsapp", "mail": "mail"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What words are made of: once a plan."""

    plan: Plan
    places: Places

    def words(self, occurrence: Occurrence, channel: Channel, form: Form) -> Words:
        """The words of an entry for a channel."""
        tries = self._tries(occurrence, channel, form)
        made = [self._made(occurrence, channel, form, html, short) for html, short in tries]
        limit = room_of(channel.id).limit
        return next((one for one in made if not limit or length_on(channel.id, one.text) <= limit), made[0])

    def _tries(self, occurrence: Occurrence, channel: Channel, form: Form) -> Iterator[tuple[str, bool]]:
        """The words without what follows them, the best first; where the entry has a page, shorter ones too."""
        entry, prose = occurrence.entry, self.plan.prose.get(occurrence.entry.slug)
        has_page = bool(self.places.page_of(occurrence))
        fits = prose is not None and (not channel.max_words or prose.words <= channel.max_words)
        is_told = has_page and form in ("page", "post", "video")  # what is on the site is not put there once more
        if prose is not None and not is_told and (fits or not has_page):
            yield self._body(occurrence, prose), False
        elif not has_page:
            yield _paragraphs(entry.summary), False
        if has_page and prose is not None:
            yield _titled(entry.title) + _paragraphs(entry.summary or prose.excerpt), True
            yield _titled(entry.title), True

    def _made(self, occurrence: Occurrence, channel: Channel, form: Form, html: str, is_short: bool) -> Words:
        address = self.places.page_of(occurrence)
        if not html and not occurrence.entry.ask and form != "gather":
            return Words("", subject=occurrence.entry.title if form == "mail" else "")
        body, mark, notes = html.partition(_NOTES)
        said = [body] if form != "gather" else [self._invitation(occurrence), body]
        if form not in _SPOKEN:
            said += self._after(occurrence, channel, form, html, address)
        tree = tree_of("".join((*said, mark, notes)))  # notes at the very end, below the signature
        text = text_of_tree(tree, _TEXT_FORM.get(form, "plain"))
        mail = self._mail(occurrence, tree, text) if form == "mail" else None
        return Words(
            text=plainer(text) if form == "sms" else text,
            subject=occurrence.entry.title if mail else "",
            preview=self._preview(occurrence) if mail else "",
            html=mail.document if mail else self._html(occurrence, form, tree),
            page=mail.page if mail else "",
            is_short=is_short,
            address=address,
        )

    def _body(self, occurrence: Occurrence, prose: Prose) -> str:
        day = max(occurrence.day or self.plan.as_of.day, self.plan.as_of.day)
        return prose.html_with(self.places.resolver(occurrence, day))

    def _after(self, occurrence: Occurrence, channel: Channel, form: Form, html: str, address: str) -> Iterator[str]:
        ask = occurrence.entry.ask
        if ask and not _asks_already(html, ask):
            yield _paragraphs(ask)
        if address and channel.id not in NO_LINKS:
            yield f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
        if form in SIGNED and channel.id != "flyer":
            yield self._signature(occurrence, form)
        if channel.id == "newsletter":
            yield _paragraphs(say(msg("To stop receiving this, it is enough to answer this email."), self._language))

    def _signature(self, occurrence: Occurrence, form: Form) -> str:
        site = self.plan.workspace.settings.site
        names = [self.plan.workspace.people[occurrence.author].name]
        if form in ("mail", "print") and site.title not in names:
            names.append(site.title)
        return f"<p>{'<br>'.join(escape(name) for name in names)}</p>"

    def _invitation(self, occurrence: Occurrence) -> str:
        """What it is, and when."""
        when = msg("{day:full}", day=occurrence.day)
        if occurrence.at:
            when = msg("{day:full}, at {time}", day=occurrence.day, time=occurrence.at)
        return _titled(occurrence.entry.title) + _paragraphs(say(when, self._language))

    def _preview(self, occurrence: Occurrence) -> str:
        prose = self.plan.prose.get(occurrence.entry.slug)
        return beginning(occurrence.entry.summary or (prose.excerpt if prose else ""), PREVIEW_SEEN)

    def _mail(self, occurrence: Occurrence, tree: Node, text: str) -> Mail:
        preview = self._preview(occurrence)
        # inboxes show how the words begin: what is that already is not said twice
        is_begun = " ".join(text.split()).startswith(preview.rstrip("…"))
        inner = html_of_tree(tree, MAIL)
        language = self.plan.workspace.language_of(occurrence.entry)
        return Mail(inner, occurrence.entry.title, "" if is_begun else preview, language)

    def _html(self, occurrence: Occurrence, form: Form, tree: Node) -> str:
        if form == "video":
            prose = self.plan.prose.get(occurrence.entry.slug)
            return html_of_tree(tree_of(self._body(occurrence, prose))) if prose else ""
        return html_of_tree(on_paper(tree) if form == "print" else tree) if form in ("print", "talk", "gather") else ""

    @property
    def _language(self) -> str:
        return self.plan.workspace.settings.site.language


def _titled(title: str) -> str:
    return f"<p><strong>{escape(title)}</strong></p>"


def _paragraphs(text: str | None) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _asks_already(html: str, ask: str) -> bool:
    said = text_of_tree(tree_of(html), "plain")
    return " ".join(ask.casefold().split()) in " ".join(said.casefold().split())
