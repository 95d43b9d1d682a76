"""A page of a strange theme says first what it may load: as a browser reads it, not as it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from valuegen.render.guarded import guarded

SAID = guarded(b"", None).strip()
LOADS = b'<link rel="stylesheet" href="https://x.example/a.css">'
BEFORE = [
    b"",
    b"<!DOCTYPE html>\n",
    b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    b'<!doctype html><html lang="es">\n<head>',
    b"<!doctype html><html lang=es data-a><head class='a>b'>\n",
    b"<!-- a comment --><!doctype html><head>",
    b"\n\n  <HTML><HEAD>",
    b"<html/><head/>",
]
SWALLOWS = [
    b'<html a=">',
    b"<html a='><head>",
    b"<!-->",
    b"<!--->",
    b"<!-- a --!>",
    b"<!-- <!-- -->",
    b"<head a",
    b"<html x<y>",
]
RUNS = [b'<html onload="x"><head>', b"<html lang=es STYLE='background:url(//x.example)'>", b"<head onfocus=a>"]


def policies_first(page: bytes) -> bool:
    """Whether a browser reads the policy in the head, before anything that loads or runs."""
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    nodes = [node for node in tree.css("head > *, body, body *") if node.tag not in ("body", "-comment", "-text")]
    first = next((node for node in nodes if node.tag != "meta" or "http-equiv" in node.attributes), None)
    return first is not None and first.attributes.get("http-equiv") == "Content-Security-Policy"


@pytest.mark.parametrize("before", [*BEFORE, *SWALLOWS, *RUNS])
def test_the_policy_comes_before_what_loads(before: bytes) -> None:
    made = guarded(before + LOADS + b"<p>hola</p>", None)
    assert policies_first(made), made
    assert made.replace(SAID + b"\n", b"", 1) == before + LOADS + b"<p>hola</p>"


@pytest.mark.parametrize("before", RUNS)
def test_it_comes_before_attributes_that_run(before: bytes) -> None:
    assert guarded(before, None).startswith(SAID)


def test_a_page_that_says_it_stays_as_it_is() -> None:
    page = b'<!DOCTYPE html>\n<html lang="es">\n<head>\n<meta charset="utf-8">\n' + SAID + b"\n" + LOADS
    assert guarded(page, None) == page
    late = page.replace(LOADS, b"").replace(SAID, LOADS + SAID)
    assert guarded(late, None) != late


def test_whoever_reads_a_doctype_first_does_so_still() -> None:
    """Else a browser would lay the page out as of old."""
    for before in BEFORE[1:6]:
        assert re.match(rb"(<!--.*?-->)?<!doctype", guarded(before + LOADS, None), re.IGNORECASE)


PIECES = st.sampled_from((
    *"<!doctype html>|<html>|<html lang=es>|<head>|<body>|<html |<head |<meta |a=".split("|"),
    *"\"|'|>|/>|/|<!--|-->|--!>|<!|<|=".split("|"),
    *"</head>|</html>|<title>|</title>|<p>|<noscript>|<template>|<svg>|charset=utf-8|name=a|http-equiv=refresh".split("|"),
    *("\n", " ", "\f", "\v", "\0", "x"),
))  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_stands_before(before: str) -> None:
    made = guarded(before.encode() + b"<script src='https://x.example'></script>", None)
    scripts = LexborHTMLParser(made.decode()).css("script")
    assert policies_first(made) or not scripts, made
