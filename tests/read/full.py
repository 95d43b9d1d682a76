"""A workspace with every key of the format in it."""

FULL = {
    "valuegen.yaml": """
        site:
          title: Taller Levadura
          tagline: Ideas que ayudan a quien hornea
          url: https://levadura.example
          language: es
          timezone: America/Bogota
          country: ES-MD
          as_of: 2026-12-01
          owner: {name: Irene Vidal, email: irene@levadura.example, phone: "+57 1"}
          theme: default
          permalinks: {post: "/{year}/{month}/{day}/{slug}/", segment: "/para/{id}/", topic: "/temas/{id}/"}
        closed: [{from: 12-24, to: 01-02, why: Vacaciones}]
        products:
          - {id: curso-costos, name: Curso de costos, url: https://levadura.example/curso, type: service}
          - {id: libro, name: Libro, type: goods}
        goals: [{product: curso-costos, sales: 4 per 30 days}]
        profile: full
        rules:
          pitch-share: {max: 20%, window: 90 days}
          jargon: off
        markdown: {engine: markdown-it}
        reminders: {horizon: 90 days, lead: 3 days, greet: 2 days, follow_up: 30 days, leap_day: 02-28}
        """,
    "content/segments.yaml": """
        panaderias:
          name: Panaderías de barrio
          about: Hornos familiares, de 2 a 8 personas.
          area: A diez cuadras del mercado          # optional, shown on the hub
          cares_about: [merma, harina, turnos]      # topics
          channels: [blog, whatsapp, visit]
          treatment: personal
          address: usted
          cadence: {at_least: 21 days, at_most: 2 per 7 days}
          pauses: [{from: 2026-12-20, to: 2027-01-07, why: Temporada alta}]
          dates: {"Día del panadero": 08-08, Navidad: --12-24}
          owner: irene
          meet: {text: Un café en tu horno, by: irene, hours: "jueves, 8–10", link: https://levadura.example/cafe}
          rules: {pitch-share: {max: 10%}}
        """,
    "content/people.yaml": """
        irene: {name: Irene Vidal, role: principal, knows: [merma, costos],
                email: irene@levadura.example, phone: "+57 300",
                photo: img/irene.jpg, minutes_per_week: 300, away: [{from: 2027-01-10, to: 2027-01-20, cover: tomas}]}
        tomas: {name: Tomás Rey, role: assistant}
        """,
    "content/channels.yaml": """
        visit: {name: Visita al horno, reach: personal, minutes: 60}
        blog: {reach: broadcast, publishes: true, minutes: 100, max_words: 900}
        autoresponder: {reach: broadcast, automated: true}
        mercado: {reach: group, link: https://mercado.example}
        """,
    "content/calendar/2026-12.yaml": """
        - date: 2026-12-03T09:30
          title: ¿Cuánta harina tiras en diciembre?
          slug: harina-diciembre
          segments: [panaderias]
          kind: industry
          topics: [merma]
          answers: [merma-diciembre]
          channels: [blog, whatsapp]
          author: irene
          writer: tomas
          reply_to: irene
          ask: ¿Cuánta tiraste la semana pasada?
          question: ¿Cuánta harina es normal tirar?
          body: posts/harina.md
          summary: Una libreta y tres números.
          status: ready
          minutes: 90
          product: curso-costos
          review: 180 days
          expires: 2027-03-01
          image: {src: img/harina.jpg, alt: Sacos de harina, credit: Ana Gil}
          sources: [https://fuente.example/a, https://fuente.example/b]
          read_next: [llamada-rosa, https://otra.example]
          approved: {by: irene, on: 2026-11-28}
          allow: {jargon: "es el nombre de la feria"}
        - {date: 2026-12-01, title: Llamada a Rosa, slug: llamada-rosa, contacts: [rosa],
           kind: conversation, channels: [call], ask: ¿Cómo va el horno nuevo?,
           repeat: {rule: "FREQ=MONTHLY;BYDAY=1TU", until: 2027-06-30, except: [2027-01-05], done: 2026-12-01}}
        """,
    "content/posts/harina.md": "Pesa lo que barres.\n",
    "content/private/needs.yaml": """
        - {id: merma-diciembre, heard: 2026-10-12, from: rosa, where: visit, segment: panaderias,
           asked: Un curso de costos., needs: Saber cuánta harina tira sin otra planilla.,
           status: open, quotable: false, allow: {unmet-need: "la vemos en enero"}}
        """,
    "content/private/contacts.yaml": """
        - id: rosa
          name: Rosa Díaz
          named: true
          segments: [panaderias]
          stage: buyer
          owner: irene
          channel: whatsapp
          phone: "+57 300 000 0000"
          email: rosa@horno.example
          about: Decide con su hermana. Prefiere los lunes.
          cares_about: [turnos]
          dates: {birthday: 1980-02-29, wedding: 06-20, "abrió su horno": 2019-05-01}
          cadence: {at_least: 30 days, at_most: 1 per 7 days}
          pauses: [{from: 2026-11-01, to: 2026-12-01, why: Duelo}]
          agreed: {on: 2025-03-02, how: en persona}
          opted_out: 2026-01-02
          no_pitches: true
          not_by: [linkedin]
          came_by: referral
          allow: {client-forgotten: "vive fuera hasta junio"}
          status: active
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-02, contact: rosa, by: irene, channel: visit, what: coffee, minutes: 45,
           note: Cambió de molino}
        - {date: 2026-11-05, contact: rosa, channel: whatsapp, what: reply, entry: harina-diciembre, settled: true}
        - {date: 2026-11-06, contact: rosa, what: sale, product: curso-costos, amount: 120 EUR}
        - {date: 2026-11-07, contact: rosa, what: testimonial, quote: Ya no tiro harina., may_publish: true}
        - {date: 2026-11-08, contact: rosa, what: stage, stage: recurring}
        - {date: 2026-11-09, contact: rosa, what: lost, why: price}
        - {date: 2026-11-10, by: tomas, channel: instagram, what: work, minutes: 60}
        """,
    "content/calendar/2026.yaml": None,
}
