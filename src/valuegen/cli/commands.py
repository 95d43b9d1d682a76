"""The commands, in the order of their use, and what each is for: the help of the program names them and loads none."""

from valuegen.words import msg

COMMANDS = {
    "new": msg(
        "Begin: a small workspace of your own, with a first month to change as you like.\n\n"
        "It is written into a new or an empty folder; nothing that is there is ever changed."
    ),
    "build": msg("Check the calendar, and build the site, the planner and the reminders from it."),
    "check": msg("Check the calendar against the promises you made."),
    "explain": msg("What a rule looks for, why, and how to set it."),
    "rules": msg("Every rule, with the level and the options in force here."),
    "remind": msg("What to do, by whom and when: for people, never for robots."),
    "suggest": msg("The next days on which an entry fits all rules, and what it could be about."),
    "add": msg("Write a new entry, contact, need or line of the log where it belongs."),
    "move": msg(
        "Put an entry on another day.\n\nOnly its date changes in the file; of an entry that repeats, one of its days "
        "becomes an entry of its own. It asks first where that would break a promise."
    ),
    "done": msg(
        "Note that an entry has happened.\n\nOnly its status changes in the file; of an entry that repeats, up to "
        "which day it is done."
    ),
    "import": msg("Bring in a blog, a table, a calendar or an address book, without overwriting anything."),
    "forget": msg(
        "Every line about a client: what you noted of them, and what git still holds.\n\n"
        "It only shows them; with --yes it takes them out of the workspace."
    ),
    "serve": msg(
        "See the site and the planner while you write: save, and the page follows.\n\nNothing is written to site/. "
        "Where VALUEGEN_EDITOR is set (vscode://file/{{path}}:{{line}}:{{column}}), places of findings open there."
    ),
    "schema": msg(
        "What may stand in each file, as a JSON Schema: your editor completes it, and marks what is wrong.\n\n"
        "The names that are there (segments, people, channels, products…) are its choices."
    ),
    "info": msg("Versions, folders and counts, for a bug report."),
}
