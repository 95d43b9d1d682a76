"""The examples of rules' pages in English: what a firm of bakers in Spanish wrote, said by one in English.

Keys, paths and days are the same, and ids but those of segments. A rule that looks at words of Spanish alone keeps its
example.
"""

import re

from valuegen.rules.card import Code
from valuegen.words import base

KEPT = ("address: usted", "Pesa la tuya antes", "Pese la suya antes")
"""What shows that an example is about Spanish itself."""
WORDS = {
    "Hola, {nombre}: mañana llega la harina nueva a {ciudad}.": "Hello {name}, the new flour comes to {city} tomorrow.",
    "Hola, {nombre}: mañana llega la harina nueva. No es «para un cliente tan especial como tú»: es para todos.": (
        "Hello {name}, the new flour comes tomorrow. It is not “for a customer as special as you”: it is for all."
    ),
    "Un cliente tan especial como tú tenía que saberlo.": "A customer as special as you had to know.",
    "A esas personas las llaman leads.": "Elsewhere those people are called leads.",
    " Una preguntó si el prospecto de su jarabe dejaba comer pan.": (
        " One has lead pipes at home, and asked whether to bake with that water."
    ),
    "Cada mañana entran treinta personas.": "Thirty people come in every morning.",
    "Quién entra por la puerta": "Who comes through the door",
    "Casi nadie cuenta el gas ni las dos horas de pie. ¿Y tú?": (
        "Hardly anybody counts the gas or the two hours on their feet. Do you?"
    ),
    " Si la barra cuesta 1,05 € y la vendes a 1,10 €, cada\n    descuento que haces lo pagas tú. No anuncies una oferta"
    " sin hacer antes esa cuenta.": (
        " If a loaf costs €1.05 and you sell it at €1.10, you\n    pay for every discount yourself. Work that out"
        " before you announce an offer."
    ),
    "Por eso he preparado un curso: cuatro tardes, 95 €.": "So I put together a four-evening course for €95.",
    "Solo hay ocho plazas, así que apúntate hoy.": "Only eight places left: sign up today.",
    "En el curso de costos lo vemos con calma: seis tardes, con tus cuentas en la mesa.": (
        "In the course on costs we take our time: six evenings, with your figures on the table."
    ),
    "Lo vemos en el curso.": "More in the course.",
    "Seis tardes con tus cuentas. [Apúntate aquí]": "Six evenings with your figures. [Sign up here]",
    "Empieza por la libreta.": "Start with the notebook.",
    "Sigue con [la balanza]": "Go on with [the scales]",
    "Guarda la harina lejos del horno y a un palmo del suelo.": (
        "Keep the flour away from the oven and a hand above the floor."
    ),
    "Guarda la harina lejos del horno.": "Keep flour away from the oven.",
    "Pesa la harina el lunes. Pésala otra vez el sábado.": "Weigh the flour on Monday. Weigh it again on Saturday.",
    "Pesa la harina el lunes. ¿Cuánta tiraste la semana pasada?": (
        "Weigh the flour on Monday. How much did you throw away last week?"
    ),
    "Pesa lo que barres cada noche durante una semana, apúntalo en una libreta, y dime cuánto sale. ¿Te animas?": (
        "Weigh what you sweep up each night for a week, write it in a notebook, and tell me. Will you try?"
    ),
    "Pesa durante una semana lo que barres y apúntalo en una libreta.": (
        "Weigh all that you sweep up for one whole week and write it in a notebook."
    ),
    "Pesa lo que barres esta noche. ¿Cuánto sale?": "Weigh what you sweep up tonight. How much is it?",
    "Ponla a cero.": "Set it to zero.",
    "La merma se ve al barrer.": "Waste shows when you sweep.",
    "Nos lo contó Rosa Díaz.": "Rosa Díaz told us.",
    "¿Cuánto pan queda a las ocho?": "How much bread is left at eight?",
    "¿Cuánta tiraste la semana pasada?": "How much did you throw away last week?",
    "¿Dónde la guardas tú?": "Where do you keep yours?",
    "¿Qué cuenta no te sale?": "Which sum won't come out?",
    "¿Ya llegaron los encargos de Navidad?": "Have the Christmas orders come in?",
    "¡Cómo va el mes!": "How is the month going!",
    "¿Cómo va el mes?": "How is the month going?",
    "Preguntó por el horno": "Asked about the oven",
    "La guarda en sacos": "Keeps it in sacks",
    "Cocer más en menos tiempo.": "To bake more in less time.",
    "Saber cuánta harina tira.": "To know how much flour goes to waste.",
    "Una libreta con tres números": "A notebook with three figures",
    "es su nombre": "it is its name",
    "semana de feria": "a week of the fair",
    "en persona": "in person",
    "Vacaciones": "Holidays",
    "Algo más": "Something more",
    "Curso de costos": "A course on costs",
    "Cómo guardar la harina": "How to keep flour",
    "Dos hornos": "Two ovens",
    "Dos novedades": "Two pieces of news",
    "El curso en tu horno": "The course at your bakery",
    "El horno en verano": "The oven in summer",
    "En tu horno": "At your bakery",
    "Feliz Navidad": "Merry Christmas",
    "Gracias por escribir": "Thank you for writing",
    "Guardar la harina": "Keeping flour",
    "La balanza": "The scales",
    "La harina": "Flour",
    "La historia del pan": "The story of bread",
    "La libreta de la merma": "The notebook of waste",
    "Lo que cuesta una barra": "What a loaf costs",
    "Para panaderías": "For bakeries",
    "Para pastelerías": "For pastry shops",
    "Pesar la merma": "Weighing waste",
    "Pesar lo que se tira": "Weighing what is thrown away",
    "Por qué se tira la masa": "Why dough is thrown away",
    "Qué hay de nuevo": "What is new",
    "Taller Levadura": "Leaven Workshop",
    "Tres cuentas de la merma": "Three sums about waste",
    "Tres cuentas": "Three sums",
    "Turnos que dejan dormir": "Shifts that let you sleep",
    "Una llamada": "A call",
    "Una visita": "A visit",
    "¿Qué tal el año?": "How was the year?",
    "¿Qué tal la feria?": "How was the fair?",
    "Panaderías de barrio": "Corner bakeries",
    "Pastelerías": "Pastry shops",
    "Dormir.": "To sleep.",
    "panaderias": "bakeries",
    "pastelerias": "pastry-shops",
}
_PHRASE = re.compile("|".join(re.escape(one) for one in sorted(WORDS, key=len, reverse=True)))


def example_in(code: Code, language: str) -> str:
    """The text of an example, in the words of a language."""
    if base(language) != "en" or any(sign in code.text for sign in KEPT):
        return code.text
    return _PHRASE.sub(lambda found: WORDS[found[0]], code.text)
