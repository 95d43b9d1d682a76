"""What the tests of the search for leaks hide, and how: texts in every coding, files of every kind."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import quopri
import random
import struct
import unicodedata
import zipfile
import zlib
from urllib.parse import quote, quote_plus

from valuegen.leaks.scan import NOBODY, Private, Secrets, Whose, scan, secrets_from

ROSA = Whose("contact", "rosa", "rosa")
LINE = Whose("log", "2026-11-02-rosa", "rosa")
EMAIL, PHONE, NAME = "rosa@horno.example", "+57 312 555 0148", "Rosa Díaz"
ABOUT = "Decide con su hermana. Prefiere los lunes por la mañana."
SAID = "su hermana. Prefiere los lunes"
SECRETS = secrets_from(
    Private(((EMAIL, ROSA),)),
    Private(((PHONE, ROSA),)),
    Private(((NAME, ROSA), ("Teo", Whose("contact", "teo")))),
    Private(((ABOUT, ROSA), ("Pesó la merma en una báscula nueva", LINE), ("Cambió de molino", LINE))),
)
KINDS = {"email": EMAIL, "phone": PHONE, "name": NAME, "text": SAID}


def fresh() -> Secrets:
    """The same secrets, with no line known yet."""
    return Secrets(*(getattr(SECRETS, name) for name in ("emails", "phones", "lengths", "names", "runs", "triples")))


def kinds(data: str | bytes, address: str = "public/index.html") -> set[str]:
    found = scan(fresh(), address, data.encode() if isinstance(data, str) else data)
    told = {leak for leak in found if leak.whose != NOBODY}
    assert all(leak.address == address and leak.whose in (ROSA, LINE) for leak in told)
    return {leak.kind for leak in told}


def unread(data: bytes) -> set[str]:
    """Why some of a file could not be looked at."""
    return {leak.kind for leak in scan(fresh(), "public/x", data) if leak.whose == NOBODY}


def page(text: str) -> str:
    return f"<!doctype html>\n<title>Levadura</title>\n<p>Antes de {text} y después</p><p>Otra cosa</p>\n"


def every(coding: str, text: str) -> str:
    return "".join(coding.format(ord(character), character) for character in text)


IN_TEXT = {
    "plain": lambda text: text,
    "case": str.upper,
    "no accents": lambda text: text.replace("í", "i").replace("ñ", "n"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "wide": lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
    "mathematical": lambda text: "".join(chr(0x1D400 + ord(one) - 65) if "A" <= one <= "Z" else one for one in text),
    "zero widths": lambda text: "\u200b".join(text),
    "soft hyphens": lambda text: "\u00ad".join(text),
    "joiners": lambda text: "\u2060\ufeff".join(text),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "line ends": lambda text: text.replace(" ", "\r\n\t"),
    "entities": lambda text: every("&#{0};", text),
    "hexadecimal entities": lambda text: every("&#x{0:X};", text),
    "bare entities": lambda text: every("&#{0} ", text).replace(" ", ""),
    "entities twice": lambda text: html.escape(every("&#{0};", text)),
    "named entities": lambda text: text.replace("í", "&iacute;").replace("@", "&commat;").replace(" ", "&nbsp;"),
    "shy entities": lambda text: "&shy;".join(text),
    "a tag in it": lambda text: f"{text[:3]}<b>{text[3:7]}</b></i>{text[7:]}",
    "a tag after each letter": lambda text: "<wbr>".join(text),
    "a block in it": lambda text: f"{text[:3]}<div>{text[3:]}",
    "tags for spaces": lambda text: text.replace(" ", "<br>"),
    "a tag over lines": lambda text: f'{text[:3]}<span\n class="x"\n>{text[3:]}</span>',
    "a comment in it": lambda text: f"{text[:3]}<!-- <b> -->{text[3:]}",
    "in a comment": lambda text: f"<!-- {text} -->",
    "in an attribute": lambda text: f'<img alt="{text}" src="x.png">',
    "in an attribute with a sign": lambda text: f'<img alt="a > {text} < b">',
    "in a script": lambda text: f'<script>if (a<b && c>d) x = "{text}"</script>',
    "in a style": lambda text: f'<style>a::after {{content: "{text}"}}</style>',
    "CDATA": lambda text: f"<![CDATA[<p>{text}</p>]]>",
    "HTML written out": lambda text: html.escape(f"<p>{text[:3]}<i></i>{text[3:]}</p>"),
    "padded entities": lambda text: every("&#{0:030d};", text),
    "look-alikes": lambda text: text.translate(str.maketrans("aeopcyRD", "аеорсуRD")),
    "small capitals": lambda text: text.translate(str.maketrans("aeioumnrd", "ᴀᴇɪᴏᴜᴍɴʀᴅ")),
    "letters of tags": lambda text: "".join(chr(0xE0000 + ord(one)) if " " <= one <= "~" else one for one in text),
    "put together by a script": lambda text: "'" + "' + '".join(text) + "'",
    "numbers in a script": lambda text: f"String.fromCharCode({', '.join(str(ord(one)) for one in text)})",
    "bytes in a script": lambda text: ", ".join(f"0x{byte:02x}" for byte in text.encode()),
    "percent": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "an address": lambda text: f'<a href="https://wa.me/?text={quote(text)}">x</a>',
    "a form": lambda text: f'<a href="/?a=1&text={quote_plus(text)}&b=2">x</a>',
    "percent in Latin-1": lambda text: quote(text.encode("latin-1")),
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "percent u": lambda text: every("%u{0:04x}", text),
    "JSON": lambda text: json.dumps({"a": f"<p>{text}</p>"}),
    "JSON whole": lambda text: every("\\u{0:04x}", text),
    "JSON with tags": lambda text: json.dumps(f"{text[:3]}<b>{text[3:]}</b>").replace("/", "\\/"),
    "JavaScript": lambda text: every("\\x{0:02x}", text),
    "braces": lambda text: every("\\u{{{0:x}}}", text),
    "CSS": lambda text: every("\\{0:x} ", text),
    "octal": lambda text: every("\\{0:03o}", text),
    "quoted-printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True).decode(),
    "quoted-printable, every byte": lambda text: "".join(f"={byte:02x}" for byte in text.encode()),
    "quoted-printable, cut": lambda text: "=\n".join(text),
    "base64": lambda text: base64.b64encode(f"¡{text}!".encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"¿ÿ? {text} ÿÿ".encode()).decode(),
    "base64 in a path": lambda text: f"/img/{base64.urlsafe_b64encode(f'{text} y más'.encode()).decode()}/x",
    "base64 in Latin-1": lambda text: base64.b64encode(f"{text} y más".encode("latin-1")).decode(),
    "base64 in UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "data": lambda text: f"data:text/html;base64,{base64.b64encode(page(text).encode() * 3).decode()}",
    "hexadecimal": lambda text: text.encode().hex(),
    "base32": lambda text: base64.b32encode(f"a {text} b".encode()).decode(),
    "base32, small, unpadded": lambda text: base64.b32encode(f"a {text} b".encode()).decode().lower().rstrip("="),
    "base64 in lines": lambda text: base64.encodebytes(f"{'relleno ' * 6}{text} y lo que sigue".encode()).decode(),
    "ASCII85": lambda text: base64.a85encode(f"{text} y".encode(), adobe=True).decode(),
    "bytes of a dump": lambda text: text.encode().hex(" "),
    "a bare entity before a letter": lambda text: f"&#{ord(text[0])}{text[1:]}",
    "bare entities with names": lambda text: text.replace("í", "&iacute").replace("ñ", "&ntilde").replace("@", "&#64"),
    "entities of its own": lambda text: f'<!DOCTYPE a [<!ENTITY n "{text[:6]}"><!ENTITY m "&n;{text[6:]}">]><a>&m;</a>',
    "black squares": lambda text: "".join(
        chr(0x1F12F + ord(one)) if "A" <= one <= "Z" else one for one in text.upper()
    ),
    "flags": lambda text: "".join(chr(0x1F1A5 + ord(one)) if "A" <= one <= "Z" else one for one in text.upper()),
    "look-alikes from elsewhere": lambda text: text.translate(str.maketrans("onagR", "օոɑɡᎡ")),
    "set wide": lambda text: "   ".join(" ".join(word) for word in text.split()),
    "shown backwards": lambda text: f"\u202e{text[::-1]}\u202c",
    "a tag that turns it": lambda text: f'<bdo dir="rtl">{text[::-1]}</bdo>',
    "directions": lambda text: f"\u202a{text}\u202c",
}


def noise(length: int) -> bytes:
    return random.Random(length).randbytes(length) + b"\0\1"


def archive(text: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", page(text))
    return target.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def lettered(text: str) -> bytes:
    """As browsers print a page: numbers for letters, another table for each font, words in several pieces."""
    letters = {letter: number for number, letter in enumerate(sorted(set(text)), 3)}
    table = "".join(f"<{number:04X}> <{letter.encode('utf-16-be').hex()}>\n" for letter, number in letters.items())
    pieces = ["".join(f"{letters[one]:04X}" for one in part) for part in (text[:5], text[5:])]
    shown = f"BT /F4 16 Tf 1 0 0 -1 8 22 Tm <{pieces[0]}> Tj ET BT /F5 16 Tf 1 0 0 -1 73 22 Tm <{pieces[1]}> Tj ET"
    packed = [zlib.compress(one.encode()) for one in (f"2 beginbfchar\n{table}endbfchar", shown)]
    return (
        b"%%PDF-1.4\n1 0 obj <</Font <</F4 2 0 R /F5 5 0 R>>>> endobj 2 0 obj <</ToUnicode 3 0 R>> endobj\n"
        b"5 0 obj <</ToUnicode 3 0 R>> endobj 3 0 obj <</Filter /FlateDecode>>stream\n%b\nendstream endobj\n"
        b"4 0 obj <</Filter/FlateDecode>>stream\r\n%b\nendstream endobj\xff\xff\0"
    ) % (*packed,)


def printed(data: bytes, head: bytes = b"/FlateDecode", before: bytes = b"") -> bytes:
    return b"%%PDF-1.4\n%b5 0 obj <</Filter [%b]>>stream\n%b\nendstream endobj\xff\xff\0" % (before, head, data)


def packed_with(*members: tuple[str, bytes]) -> bytes:
    """An archive of some files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return target.getvalue()


def remarked(said: bytes) -> bytes:
    """A picture of one point with a comment, which a GIF cuts into parts of 255 bytes."""
    parts = b"".join(bytes([len(said[at : at + 255])]) + said[at : at + 255] for at in range(0, len(said), 255))
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xfe" + parts + b"\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def lettertype(text: str) -> bytes:
    """A font for the web, whose only table names somebody."""
    table = zlib.compress(f" {text} ".encode("utf-16-be"))
    head = struct.pack(">4sIIHHIHHIIIII", b"wOFF", 0x10000, 64 + len(table), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    return head + struct.pack(">4sIIII", b"name", 64, len(table), len(text) * 2 + 4, 0) + table


PNG = b"\x89PNG\r\n\x1a\n"
FILES = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 of the other end": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "Latin-1": lambda text: text.encode("latin-1"),
    "picture, UTF-8": lambda text: noise(3000) + b"Artist\0" + text.encode() + b"\0" + noise(3000),
    "picture, Latin-1": lambda text: noise(3000) + b"\0" + text.encode("latin-1") + b"\0" + noise(3000),
    "picture, UTF-16": lambda text: noise(3000) + b"\0" + text.encode("utf-16-le") + b"\0\0" + noise(3000),
    "picture, UTF-16 of the other end": lambda text: (
        noise(3000) + b"\0\0" + text.encode("utf-16-be") + b"\0\0" + noise(9)
    ),
    "film, UTF-8 in its middle": lambda text: noise(200_000) + b"\0\0" + text.encode() + b"\0" + noise(200_000),
    "film, UTF-16 in its middle": lambda text: (
        noise(200_000) + b"\0\0" + text.encode("utf-16-be") + b"\0\0" + noise(200_000)
    ),
    "GIF, a comment in parts": lambda text: remarked(b"x" * 246 + f" {text} ".encode()),
    "font": lettertype,
    "PNG, plain": lambda text: PNG + chunk(b"tEXt", b"Author\0" + text.encode("latin-1")),
    "PNG, packed": lambda text: PNG + chunk(b"zTXt", b"Author\0\0" + zlib.compress(text.encode("latin-1"))),
    "PNG, packed in UTF-8": lambda text: PNG + chunk(b"iTXt", b"XMP\0\1\0\0\0" + zlib.compress(text.encode())),
    "JPEG, comment": lambda text: (
        b"\xff\xd8\xff\xfe" + struct.pack(">H", 65) + text.encode("latin-1").ljust(63, b"\0") + b"\xff\xdb" + noise(500)
    ),
    "WebP": lambda text: (
        b"RIFF\0\0\0\0WEBPXMP " + struct.pack("<I", len(text.encode())) + text.encode() + b"VP8 \xff\xff"
    ),
    "PDF": lambda text: b"%PDF-1.4\nstream\r\n" + zlib.compress(text.encode("latin-1")) + b"\nendstream\xff\xff\0",
    "PDF, letter by letter": lambda text: (
        b"%PDF-1.4\nstream\n" + zlib.compress(b"[(" + text.encode("latin-1").replace(b"o", b")-12(o") + b")] TJ")
    ),
    "PDF, letters by a table": lettered,
    "PDF, hexadecimal": lambda text: printed(
        zlib.compress(
            b"[<%b>-20<%b>] TJ"
            % (text[:4].encode("latin-1").hex().encode(), text[4:].encode("latin-1").hex(" ").encode())
        )
    ),
    "PDF, in letters": lambda text: printed(
        base64.a85encode(zlib.compress(text.encode("latin-1"))) + b"~>", b"/ASCII85Decode /FlateDecode"
    ),
    "PDF, in digits": lambda text: printed(
        zlib.compress(text.encode("latin-1")).hex().encode() + b">", b"/ASCIIHexDecode /FlateDecode"
    ),
    "PDF, title in UTF-16": lambda text: printed(
        b"", before=b"1 0 obj <</Title (\xfe\xff%b)>> endobj " % text.encode("utf-16-be")
    ),
    "PDF, title in hexadecimal": lambda text: printed(
        b"", before=b"1 0 obj <</Title <FEFF%b>>> endobj " % text.encode("utf-16-be").hex().encode()
    ),
    "PDF, title in octal": lambda text: printed(
        b"",
        before=b"1 0 obj <</Title (%b)>> endobj " % "".join(f"\\{one:03o}" for one in text.encode("latin-1")).encode(),
    ),
    "PDF, words apart": lambda text: printed(
        zlib.compress(b"[(con)-300(%b)-333(y)] TJ" % text.encode("latin-1").replace(b" ", b")-300("))
    ),
    "a tag of a sound": lambda text: (
        b"ID3\3\0\0\0\0\0@TIT2\0\0\0@\0\0\1\xff\xfe" + text.encode("utf-16-le") + b"TPE1\0" + noise(90)
    ),
    "base64 in a picture": lambda text: noise(99) + base64.b64encode(f"hola {text} y".encode()) + noise(99),
    "old Mac": lambda text: f"{text}\r1;2\r".encode("mac-roman"),
    "DOS": lambda text: f"{text}\r\n1;2\r\n".encode("cp850"),
    "bzip2, two": lambda text: bz2.compress(b"a") + bz2.compress(page(text).encode()),
    "xz, two": lambda text: lzma.compress(b"a") + lzma.compress(page(text).encode()),
    "RTF, in pieces": lambda text: (
        f"{{\\rtf1 {text[:4]}}}{{\\b "
        + "".join(one if one < "\x80" else f"\\'{ord(one):02x}" for one in text[4:])
        + "}"
    ).encode(),
    "RTF": lambda text: (
        "{\\rtf1 " + "".join(one if one < "\x80" else f"\\'{ord(one):02x}" for one in text) + "}"
    ).encode(),
    "bzip2": lambda text: bz2.compress(page(text).encode()),
    "xz": lambda text: lzma.compress(page(text).encode()),
    "deflated, in base64": lambda text: base64.b64encode(zlib.compress(page(text).encode())),
    "archive behind a picture": lambda text: b"\xff\xd8\xff\xda\0\2" + noise(3000) + b"\xff\xd9" + archive(text),
    "gzip": lambda text: gzip.compress(page(text).encode()),
    "archive": archive,
    "archive in an archive": lambda text: gzip.compress(archive(text)),
    "middle of a film": lambda text: noise(400_000) + b"\0Artist: \0" + text.encode() + b"\0" + noise(400_000),
    "end of a film": lambda text: noise(900_000) + b"\0" + text.encode() + b"\0",
    "picture in a page": lambda text: page(
        f"<img src='data:image/png;base64,{base64.b64encode(FILES['PNG, packed'](text)).decode()}'>"
    ).encode(),
    "calendar": lambda text: f"BEGIN:VCALENDAR\r\nSUMMARY:{text[:4]}\r\n {text[4:]}\r\n".encode(),
}
