# ruff: noqa: E501 -- lines of YAML
"""A workspace in which one text stands in every field that takes one."""

from bench import Bench, MiniWorkspace

MARK = "⟪T⟫"
FILES = {
    "valuegen.yaml": """
        site:
          title: ⟪T⟫
          tagline: ⟪T⟫
          url: https://levadura.example
          language: es
          timezone: America/Bogota
          as_of: 2026-12-01
          search: no
        closed: [{from: 12-24, to: 01-02, why: ⟪T⟫}]
        products: [{id: curso, name: ⟪T⟫, url: https://levadura.example/curso}]
        theme: {social_pictures: no, footer: ⟪T⟫, menu: [{text: ⟪T⟫, to: /pesar/}], social: [{text: ⟪T⟫, to: https://x.example}]}
        """,
    "content/people.yaml": """
        irene: {name: ⟪T⟫, role: principal, knows: [⟪T⟫], email: irene@levadura.example, phone: "+57 310 222 3344",
                away: [{from: 2027-01-10, to: 2027-01-12}]}
        """,
    "content/channels.yaml": """
        feria: {name: ⟪T⟫, reach: group, link: https://x.example/feria}
        """,
    "content/segments.yaml": """
        panaderias:
          name: ⟪T⟫
          about: ⟪T⟫
          area: ⟪T⟫
          cares_about: [⟪T⟫]
          channels: [blog, whatsapp, email, newsletter, visit, letter, feria, sms, call]
          owner: irene
          meet: {text: ⟪T⟫, by: irene, hours: ⟪T⟫, link: https://x.example}
          pauses: [{from: 2027-03-01, to: 2027-03-03, why: ⟪T⟫}]
          dates: {⟪T⟫: 12-08}
        """,
    "content/calendar/2026.yaml": """
        - {date: 2026-11-24, title: ⟪T⟫, slug: pesar, segments: [panaderias], kind: industry, topics: [⟪T⟫], status: done,
           ask: ⟪T⟫, question: ⟪T⟫, summary: ⟪T⟫, text: ⟪T⟫, image: {src: img/saco.svg, alt: ⟪T⟫, credit: ⟪T⟫},
           approved: {by: irene, on: 2026-11-20}, allow: {jargon: ⟪T⟫}, answers: [merma]}
        - {date: 2026-12-03, title: ⟪T⟫, slug: boletin, segments: [panaderias], kind: industry, topics: [⟪T⟫], status: ready,
           ask: ⟪T⟫, summary: ⟪T⟫, text: ⟪T⟫, channels: [newsletter, email, whatsapp, sms, letter, call, feria]}
        - {date: 2026-12-04T09:30, title: ⟪T⟫, slug: visita, contacts: [rosa], kind: conversation, channels: [visit, call], ask: ⟪T⟫}
        - {date: 2026-12-20, title: ⟪T⟫, slug: enero, segments: [panaderias], kind: reference, topics: [⟪T⟫], ask: ⟪T⟫, text: ⟪T⟫}
        """,
    "content/posts/nota.md": """
        ---
        title: ⟪T⟫
        date: 2026-11-10
        topics: [⟪T⟫]
        description: ⟪T⟫
        ask: ⟪T⟫
        otra: ⟪T⟫
        ---
        ⟪B⟫

        ## ⟪B⟫

        - ⟪B⟫

        > ⟪B⟫

        | ⟪B⟫ | b |
        | --- | --- |
        | ⟪B⟫ | d |

        ![⟪B⟫](img/saco.svg "⟪B⟫") [⟪B⟫](https://x.example "⟪B⟫") `⟪B⟫` **⟪B⟫**[^a]

            ⟪B⟫

        ``` ⟪B⟫
        ⟪B⟫
        ```

        ::: question
        ⟪B⟫
        :::

        [^a]: ⟪B⟫
        """,
    "content/private/contacts.yaml": """
        - {id: rosa, name: ⟪T⟫, named: true, segments: [panaderias], stage: buyer, channel: whatsapp, phone: "+57 312 555 0148",
           email: rosa@horno.example, about: ⟪T⟫, cares_about: [⟪T⟫], dates: {⟪T⟫: 2019-12-05, birthday: 1980-12-06},
           pauses: [{from: 2027-05-01, to: 2027-05-09, why: ⟪T⟫}], agreed: {on: 2025-03-02, how: ⟪T⟫}, came_by: ⟪T⟫}
        - {id: ana, name: ⟪T⟫, named: true, segments: [panaderias], channel: email, email: ana@miga.example}
        """,
    "content/private/needs.yaml": """
        - {id: merma, heard: 2026-11-20, from: rosa, where: visit, segment: panaderias, asked: ⟪T⟫, needs: ⟪T⟫, quotable: true}
        - {id: otra, heard: 2026-08-20, from: rosa, segment: panaderias, asked: ⟪T⟫, needs: ⟪T⟫, quotable: true}
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-02, contact: rosa, by: irene, channel: visit, what: coffee, minutes: 45}
        - {date: 2026-11-03, contact: rosa, what: sale, product: curso, amount: 120 EUR}
        - {date: 2026-11-04, contact: rosa, what: testimonial, quote: ⟪T⟫, may_publish: true}
        - {date: 2026-11-20, contact: rosa, channel: whatsapp, what: reply, entry: pesar}
        - {date: 2026-11-21, contact: ana, what: lost, why: price}
        """,
    "content/static/img/saco.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>',
}


def workspace(bench: Bench, text: str, name: str) -> MiniWorkspace:
    """The workspace with this text in each field; within a body on a line of its own."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    line = " ".join(text.split())
    work = bench.workspace(name=name)
    for path, content in FILES.items():
        work.write(path, content)
        if isinstance(content, str):
            work.write(path, work.read(path).replace(MARK, quoted).replace("⟪B⟫", line).encode())
    return work
