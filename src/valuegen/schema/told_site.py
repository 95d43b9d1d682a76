"""What each key of `valuegen.yaml`, of the segments, the people and the channels is for."""

from valuegen.model.base import Record
from valuegen.model.channel import Channel
from valuegen.model.person import Away, Person
from valuegen.model.segment import Cadence, Meet, Pause, Segment
from valuegen.model.settings import (
    Closed,
    Goal,
    MarkdownSettings,
    Owner,
    Permalinks,
    Product,
    ReminderSettings,
    Settings,
    Site,
    WordsSetting,
)
from valuegen.words import Message, msg

TOLD: dict[type[Record], dict[str, Message]] = {
    Settings: {
        "site": msg("Your public site: its title, its address, its language."),
        "closed": msg("Days on which nobody works: silence is neither reported nor reminded on them."),
        "products": msg("What an offer sells. Their names and addresses also help to recognise an offer in disguise."),
        "goals": msg("What you want to sell, or with how many people you want to talk; never followers."),
        "profile": msg("Which rules are on: full, all of them (default); gentle, the main ones."),
        "rules": msg(
            "A rule's name, and its level (error, warning, todo, note, off) or its options. `valuegen rules` "
            "shows what is in force."
        ),
        "theme": msg("The options of the theme: colours, type, logo, menu, foot."),
        "words": msg("Words that you add to the lists of the rules, or take out of them."),
        "markdown": msg("How texts are read."),
        "reminders": msg("How long before each thing you are reminded."),
    },
    Site: {
        "title": msg("The name of the site."),
        "tagline": msg("A line below the name: what you do, and for whom."),
        "url": msg("The address of the site, whole: https://firm.example"),
        "language": msg("The language of the pages (default: es)."),
        "timezone": msg("Your time zone, for example Europe/Madrid or America/Bogota: every “today” is today there."),
        "country": msg("The two letters of your country (CO), or with a region (ES-MD): to know its public holidays."),
        "as_of": msg("The day that counts as today: for examples and demonstrations only."),
        "owner": msg("Whose site it is, where there is no people.yaml."),
        "theme": msg("How it looks: a built-in theme, or a folder in themes/ (default: default)."),
        "search": msg("Whether the site has a page to search it (default: yes)."),
        "permalinks": msg("The form of the addresses of the pages."),
    },
    Owner: {
        "name": msg("Your name, or your firm's."),
        "email": msg("Where readers answer. It is shown on the site."),
        "phone": msg("A phone that readers may use. It is shown on the site."),
    },
    Permalinks: {
        "post": msg("Of a post: with {{slug}}, and perhaps {{year}}, {{month}}, {{day}}."),
        "segment": msg("Of a segment's page: with {{id}}."),
        "topic": msg("Of a topic's page: with {{id}}."),
    },
    Closed: {
        "from": msg("The first day: a date, or month-day for every year."),
        "to": msg("The last day: a date, or month-day for every year."),
        "why": msg("Why, in your own words."),
    },
    Product: {
        "id": msg("Its short name, for the entries that sell it."),
        "name": msg("Its name, as your clients know it."),
        "url": msg("Where it is sold or explained."),
        "type": msg("service (default) or goods."),
    },
    Goal: {
        "product": msg("Which product."),
        "segment": msg("Of which segment."),
        "sales": msg("How many sales, for example 2 per 30 days."),
        "conversations": msg("With how many people you want to talk, for example 4 per 30 days."),
    },
    MarkdownSettings: {
        "engine": msg(
            "markdown-it (default), or fast for sites of thousands of posts, which needs the extra of that name."
        ),
    },
    ReminderSettings: {
        "horizon": msg("How far ahead reminders reach (default: 90 days)."),
        "lead": msg("How long before its date an unfinished entry is reminded (default: 3 days)."),
        "greet": msg("How long before a birthday or the like you are told (default: 2 days)."),
        "follow_up": msg("How long after a sale to ask whether it helped (default: 30 days)."),
        "leap_day": msg("The day that stands for 29 February in other years (default: 02-28)."),
    },
    WordsSetting: {
        "add": msg("Words that count too, in all their forms."),
        "except": msg("Words that do not count here."),
    },
    Segment: {
        "id": msg("The short name of the segment."),
        "name": msg("Its name, as it stands on its page."),
        "about": msg("Who they are, in a sentence. It is shown on their page."),
        "area": msg("Where you serve them. It is shown on their page."),
        "cares_about": msg("The topics that matter to them."),
        "channels": msg("Where they are: an entry for them goes there. The first that publishes is the default."),
        "treatment": msg("How you treat them: personal, one by one; group (default); broadcast, all at once."),
        "address": msg("How you speak to them, in Spanish: tú, usted or vos."),
        "cadence": msg("How seldom and how often they hear from you."),
        "pauses": msg("Days on which you leave them in peace: silence is fine."),
        "dates": msg("Dates on which you greet each of them, every year: a name, and month-day."),
        "owner": msg("Who of your team has the relation."),
        "meet": msg("The invitation to meet a person, on their page."),
        "rules": msg("Rules with another level or other options for this segment alone."),
    },
    Cadence: {
        "at_least": msg("Longer than that without hearing from you is too quiet, for example 30 days."),
        "at_most": msg("More than that is too often, for example 2 per 7 days."),
    },
    Pause: {
        "from": msg("The first day: a date, or month-day for every year."),
        "to": msg("The last day: a date, or month-day for every year."),
        "why": msg("Why, in your own words."),
    },
    Meet: {
        "text": msg("What you invite them to."),
        "by": msg("Who of your team they would meet."),
        "hours": msg("When, in your own words."),
        "link": msg("Where they can ask for it."),
    },
    Person: {
        "id": msg("The short name of somebody of your team."),
        "name": msg("Their name, as it is shown on the site."),
        "role": msg(
            "principal; specialist (default); assistant: who writes for others, and speaks to no client in their name."
        ),
        "knows": msg("The topics that they know about."),
        "email": msg("Where readers answer them. It is shown on the site."),
        "phone": msg("A phone that readers may use. It is shown on the site."),
        "photo": msg("A photo, by its path from content/static/."),
        "minutes_per_week": msg("How many minutes a week they have for all this."),
        "away": msg("When they are not there, and who stands in."),
    },
    Away: {
        "from": msg("The first day."),
        "to": msg("The last day, counted too."),
        "cover": msg("Who stands in for them."),
    },
    Channel: {
        "id": msg("The short name of the channel; the one of a built-in channel changes that one."),
        "name": msg("Its name, as you call it."),
        "reach": msg("personal (default): one by one; group; broadcast: all at once."),
        "minutes": msg("How many minutes one takes you."),
        "link": msg("How to act on it: an address with {{phone}} or {{email}} in it."),
        "max_words": msg("How many words it takes (0: any number)."),
        "publishes": msg("Whether its entries are pages of the public site."),
        "automated": msg("Whether a machine answers on it."),
    },
}
