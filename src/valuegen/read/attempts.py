"""What may cure a line that can't be read: the commonest mistakes, each with the line as it was meant."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from valuegen.read.attempt import Attempt, Growth
from valuegen.read.blanks import has_odd, odd_space, spread, without_odd
from valuegen.read.hyphens import hyphens
from valuegen.read.indents import indents, line_above
from valuegen.words import Message, msg

_PAIR = re.compile(r"(?P<head>\s*(?:-\s+)*(?P<key>\w[\w .-]*?)\s*:\s+)(?P<value>\S.*?)(?P<tail>\s+#.*|\s*)", re.DOTALL)
_ITEM = re.compile(r"(?P<head>\s*(?:-\s+)+)(?P<value>[^\s\"'].*?)(?P<tail>\s+#.*|\s*)", re.DOTALL)
_GLUED = re.compile(r"(?P<head>\s*(?:-\s+)*[A-Za-z_]\w*):(?P<value>[^\s/].*)", re.DOTALL)
_DASHED = re.compile(
    r"(?P<head>\s*(?:-\s+)*\w[\w .-]*?\s*:\s+)-\s+(?P<value>[^\s,\[\]{}:#][^,\[\]{}:#]*?)\s*", re.DOTALL
)
_FLOW_VALUE = re.compile(r"(?<=[\[{,:])\s*")


def lines_of(text: str) -> list[str]:
    """The lines with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def attempts(lines: list[str], error: yaml.YAMLError, quoted: Any) -> Iterator[Attempt]:
    """What to try, the likeliest first."""
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if problem is None:
        return
    said = str(getattr(error, "problem", ""))
    at = min(problem.line, len(lines) - 1)
    yield from _tabs(lines, problem.line, problem.column)
    if quoted is not None and quoted.end_mark.line == problem.line:
        yield from _open_quote(lines, quoted.start_mark)
    if "quoted scalar" in str(getattr(error, "context", "")) and context is not None:
        yield from _escape(lines, problem, said)
        yield from _open_quote(lines, context)
        return
    sign = lines[at][problem.column : problem.column + 1] if at == problem.line else ""
    if sign and sign in "]}":
        yield from _bracket(lines, context, problem, said)
    if "',' or" in said:
        yield from _flow(lines, problem)
        yield from _bracket(lines, context, problem, said)
    yield from _spaces(lines, {at, at - 1, context.line if context is not None else at})
    numbers = [at]
    if isinstance(error, yaml.scanner.ScannerError) and context is not None and context.line != at:
        numbers.insert(0, context.line)
    for number in numbers:
        yield from hyphens(lines, number, line_above(lines, number))
    numbers += [number for number in (line_above(lines, at),) if number is not None and number not in numbers]
    for number in numbers:
        yield from _dash(lines, number)
        yield from _quote(lines, number, problem)
        yield from _glued(lines, number)
    yield from _bracket(lines, context, problem, said)
    yield from indents(lines, at)


def quoted_as(text: str) -> str:
    """The text in quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


_IN_QUOTES = msg("Write the text in quotes.")


def _written(cure: str) -> Message:
    return msg("Write: {cure}", cure=_bare_of_dashes(cure).strip())


def _bare_of_dashes(line: str) -> str:
    return re.sub(r"^\s*(?:-\s+)*", "", line)


def _tabs(lines: list[str], number: int, column: int) -> Iterator[Attempt]:
    if number >= len(lines):
        return
    line = lines[number]
    if "\t" not in line[: len(line) - len(line.lstrip())] and line[column : column + 1] != "\t":
        return
    message = msg("There is a tab here, but YAML is indented with spaces.")
    mend = msg("Replace every tab with two spaces.")
    for width in (2, 4, 8):
        wider = [(at, *spread(one, width)) for at, one in enumerate(lines) if "\t" in one and at >= number]
        changes = tuple((at, one) for at, one, _, _ in wider)
        grown = tuple(Growth(at, indent, by) for at, _, indent, by in wider)
        yield Attempt(changes, message, number, max(line.find("\t"), 0), mend, mend, grown)


def _spaces(lines: list[str], numbers: set[int]) -> Iterator[Attempt]:
    found = odd_space(lines, numbers)
    if found is None:
        return
    number, column, code = found
    message = msg("This is not an ordinary space, though it looks like one or like nothing ({code}).", code=code)
    mend = msg("Delete it, and write ordinary spaces instead of all of its kind.")
    changes = tuple((at, without_odd(line)) for at, line in enumerate(lines) if at >= number and has_odd(line))
    grown = tuple(Growth(at, 0, len(line) - len(lines[at])) for at, line in changes if len(line) != len(lines[at]))
    yield Attempt(changes, message, number, column, mend, mend, grown)


def _open_quote(lines: list[str], mark: Any) -> Iterator[Attempt]:
    line = lines[mark.line]
    body = line.rstrip()
    sign = line[mark.column : mark.column + 1]
    message = msg("The quotation mark opened here is not closed on its line.")
    mend = msg("Close it: {cure}", cure=_bare_of_dashes(body + sign))
    bare = msg("Close it at the end of the text.")
    grown = (Growth(mark.line, len(body), 1),)
    yield Attempt(((mark.line, body + sign + line[len(body) :]),), message, mark.line, mark.column, mend, bare, grown)


def _escape(lines: list[str], problem: Any, said: str) -> Iterator[Attempt]:
    line = lines[problem.line] if problem.line < len(lines) else ""
    if "escape" not in said or line[problem.column : problem.column + 1] != "\\":
        return
    message = msg("Inside double quotes a backslash begins a code.")
    mend = msg("Write the backslash twice, or use single quotes.")
    changed = line[: problem.column] + "\\" + line[problem.column :]
    grown = (Growth(problem.line, problem.column + 1, 1),)
    yield Attempt(((problem.line, changed),), message, problem.line, problem.column, mend, mend, grown)


def _quote(lines: list[str], number: int, problem: Any) -> Iterator[Attempt]:
    line = lines[number]
    found = _PAIR.fullmatch(line) or _ITEM.fullmatch(line)
    if not found or found["value"][0] in "|>":
        return
    head, value, tail = found["head"], found["value"], found["tail"]
    meant = value[1:-1] if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" else value
    cure = quoted_as(meant)
    start = len(head)
    column = problem.column if number == problem.line and problem.column >= start and value[0] not in _SIGNS else start
    grown = (Growth(number, start + len(cure), len(cure) - len(value)),)
    mend = _written(head + cure)
    yield Attempt(((number, head + cure + tail),), _why(value), number, column, mend, _IN_QUOTES, grown)


_SIGNS = "[{@`%&*!,?]}#\"'"


def _why(value: str) -> Message:
    """What is wrong with a text that has no quotes and needs them."""
    if value[0] in "\"'":
        return msg("The quotation marks close before the text ends.")
    if value[0] in _SIGNS:
        return msg("A text that begins with {sign} needs quotes.", sign=value[0])
    if ": " in value or value.endswith(":"):
        return msg("A text with a colon and a space in it needs quotes.")
    return msg("This text needs quotes.")


def _glued(lines: list[str], number: int) -> Iterator[Attempt]:
    found = _GLUED.fullmatch(lines[number])
    if not found:
        return
    message = msg("The colon of a key needs a space after it.")
    changed = f"{found['head']}: {found['value']}"
    column = len(found["head"])
    bare = msg("Write a space after the colon.")
    grown = (Growth(number, column + 1, 1),)
    yield Attempt(((number, changed),), message, number, column, _written(changed), bare, grown)


def _dash(lines: list[str], number: int) -> Iterator[Attempt]:
    found = _DASHED.fullmatch(lines[number])
    if not found:
        return
    message = msg("A list on the line of its key needs brackets.")
    changed = f"{found['head']}[{found['value']}]"
    column = len(found["head"])
    bare = msg("Put it in brackets, or begin the list on the line below.")
    end = lines[number][len(lines[number].rstrip()) :]
    yield Attempt(((number, changed + end),), message, number, column, _written(changed), bare)


def _bracket(lines: list[str], context: Any, problem: Any, said: str) -> Iterator[Attempt]:
    for sign, opened in (("]", "["), ("}", "{")):
        if context is not None and f"',' or '{sign}'" in said:
            line = lines[context.line]
            body = line.rstrip()
            message = msg("The {sign} opened here is not closed.", sign=opened)
            mend = msg("Close it with {sign}.", sign=sign)
            if context.line == problem.line and line[problem.column : problem.column + 1] in ("]", "}"):
                yield _other_sign(line, sign, context, problem, message, mend)
            changes = ((context.line, body + sign + line[len(body) :]),)
            grown = (Growth(context.line, len(body), 1),)
            yield Attempt(changes, message, context.line, context.column, mend, mend, grown)
    line = lines[problem.line] if problem.line < len(lines) else ""
    sign = line[problem.column : problem.column + 1]
    if sign and sign in "]}":
        message = msg("There is one {sign} too many.", sign=sign)
        mend = msg("Remove it.")
        changed = line[: problem.column] + " " + line[problem.column + 1 :]
        yield Attempt(((problem.line, changed),), message, problem.line, problem.column, mend, mend)


def _other_sign(line: str, sign: str, context: Any, problem: Any, message: Message, mend: Message) -> Attempt:
    """What was closed by the other sign, which stands in its place, or closes what is around it."""
    at = problem.column
    if line[at] in line[at + 1 :]:
        changed, grown = line[:at] + sign + line[at + 1 :], Growth(problem.line, at + 1, 0)
    else:
        changed, grown = line[:at] + sign + line[at:], Growth(problem.line, at, 1)
    changes = ((problem.line, changed),)
    return Attempt(changes, message, context.line, context.column, mend, mend, (grown,), within=True)


def _flow(lines: list[str], problem: Any) -> Iterator[Attempt]:
    """A value inside brackets, from the sign before it to the next comma or bracket that is not its own."""
    if problem.line >= len(lines):
        return
    line = lines[problem.line]
    starts = [found.end() for found in _FLOW_VALUE.finditer(line, 0, problem.column)]
    for start in reversed(starts):
        end = _end_of_value(line, start, problem.column)
        value = line[start:end].rstrip()
        if not value or start > problem.column:
            continue
        cure = quoted_as(value)
        changed = line[:start] + cure + line[start + len(value) :]
        grown = (Growth(problem.line, start + len(cure), len(cure) - len(value)),)
        mend = _written(cure)
        yield Attempt(
            ((problem.line, changed),), _why(value), problem.line, start, mend, _IN_QUOTES, grown, within=True
        )


def _end_of_value(line: str, start: int, column: int) -> int:
    """Where a value ends that holds what stands at `column`: braces inside it are part of it."""
    depth = 0
    for at in range(start, len(line)):
        sign = line[at]
        if sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        if (depth < 0 or (sign == "," and depth == 0)) and at >= min(column, len(line)):
            return at
        if depth < 0:
            return at
    return len(line.rstrip("\r\n"))
