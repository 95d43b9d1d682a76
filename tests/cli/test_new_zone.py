"""`valuegen new`: the time zone of a new workspace, by a city, a country or the machine; and the examples of there."""

import pytest

from bench import MiniWorkspace
from valuegen.cli.cities import CITIES
from valuegen.read.site import is_zone
from valuegen.read.workspace import read_workspace

CONTACTS = "content/private/contacts.yaml"
DAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("environment", "zone", "told"),
    [
        ({"TZ": "America/Lima"}, "America/Lima", ""),
        ({"TZ": ":Europe/Madrid"}, "Europe/Madrid", ""),
        ({"TZ": "UTC", "LC_ALL": "es_CO.UTF-8"}, "America/Bogota", "America/Bogota, por tu idioma."),
        ({"TZ": "Etc/UTC", "LC_ALL": "es_MX.UTF-8"}, "America/Mexico_City", "America/Mexico_City, por tu idioma."),
        ({"TZ": "UTC", "LC_ALL": "es.UTF-8"}, "UTC", "se escribe UTC."),
        ({"TZ": "UTC", "LC_ALL": "es_US.UTF-8"}, "UTC", "se escribe UTC."),
    ],
)
def test_without_a_word_the_zone_is_the_machines_or_a_guess_that_is_told(bench, environment, zone, told):
    done = MiniWorkspace(bench.folder).run("new", "taller", "--language", "es", *DAY, **environment)
    assert done.exit == 0
    assert read_workspace(bench.folder / "taller").workspace.settings.site.timezone == zone
    assert told in done.err
    assert ("Esta máquina no dice su zona horaria" in done.err) == bool(told)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("Bogotá", "America/Bogota"),
        ("buenos aires", "Buenos_Aires"),
        ("pe", "America/Lima"),
        ("Medellín", "America/Bogota"),
        ("cali", "America/Bogota"),
        ("Arequipa", "America/Lima"),
        ("Sevilla", "Europe/Madrid"),
        ("Las Palmas", "Atlantic/Canary"),
        ("Mexicali", "America/Tijuana"),
        ("Ciudad de México", "America/Mexico_City"),
        ("Quito", "America/Guayaquil"),
        ("Rosario", "America/Argentina/Cordoba"),
        ("Santa Cruz de la Sierra", "America/La_Paz"),
        ("San Pedro Sula", "America/Tegucigalpa"),
        ("Nueva York", "America/New_York"),
        ("Miami", "America/New_York"),
        ("Londres", "Europe/London"),
        ("Colombia", "America/Bogota"),
        ("España", "Europe/Madrid"),
    ],
)
def test_a_zone_may_be_said_by_its_city(bench, said, zone):
    assert MiniWorkspace(bench.folder).run("new", "taller", *DAY, "--timezone", said).exit == 0
    assert read_workspace(bench.folder / "taller").workspace.settings.site.timezone.endswith(zone)


def test_a_city_of_several_countries_is_asked_about(bench):
    said = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", "Cartagena", language="es")
    assert said.exit == 2
    assert "Hay más de una «Cartagena». Escribe la zona de la tuya: America/Bogota o Europe/Madrid." in said.err
    whole = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", "Cartagena de Indias", *DAY)
    assert whole.exit == 0


@pytest.mark.parametrize(
    ("city", "zones"),
    [
        ("Córdoba", "America/Argentina/Cordoba o Europe/Madrid"),
        ("La Paz", "America/La_Paz o America/Mazatlan"),
        ("Mérida", "America/Caracas, America/Merida o Europe/Madrid"),
        ("San Juan", "America/Argentina/San_Juan o America/Puerto_Rico"),
        ("Valencia", "America/Caracas o Europe/Madrid"),
    ],
)
def test_no_city_hides_another_of_its_name(bench, city, zones):
    said = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", city, language="es")
    assert (said.exit, f"Hay más de una «{city}». Escribe la zona de la tuya: {zones}." in said.err) == (2, True)


@pytest.mark.parametrize("city", ["Louisville", "Indianapolis", "Mendoza", "Catamarca", "Kolkata"])
def test_a_zone_of_two_names_is_one(bench, city):
    assert MiniWorkspace(bench.folder).run("new", "taller", *DAY, "--timezone", city).exit == 0


def test_a_country_of_several_zones_is_asked_for_a_city(bench):
    said = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", "Estados Unidos", language="es")
    assert (said.exit, "«Estados Unidos» tiene varias zonas horarias: escribe una ciudad." in said.err) == (2, True)


def test_each_city_that_is_known_is_in_a_zone_that_there_is():
    assert [zone for _, zone in CITIES if not is_zone(zone)] == []


@pytest.mark.parametrize(
    ("zone", "phone", "country"),
    [
        ("America/Bogota", "+57 600 000 0000", "CO"),
        ("Europe/Madrid", "+34 600 000 000", "ES"),
        ("Europe/London", "+44 20 7946 0000", "GB"),
        ("UTC", "+34 600 000 000", "ES"),
    ],
)
def test_examples_are_of_where_one_is(bench, zone, phone, country):
    MiniWorkspace(bench.folder).run("new", "taller", "--language", "es", *DAY, "--timezone", zone)
    said = "".join((bench.folder / "taller" / name).read_text("utf-8") for name in ("valuegen.yaml", CONTACTS))
    assert (f'phone: "{phone}"' in said, f"# country: {country} " in said) == (True, True)


@pytest.mark.parametrize(
    ("zone", "phone"), [("America/Guatemala", "+502 60 000 000"), ("Asia/Tokyo", "+999 600 000 000")]
)
def test_an_example_of_a_phone_is_as_long_as_those_of_there(bench, zone, phone):
    assert MiniWorkspace(bench.folder).run("new", "taller", *DAY, "--timezone", zone).exit == 0
    assert f'phone: "{phone}"' in (bench.folder / "taller" / CONTACTS).read_text("utf-8")


@pytest.mark.parametrize(
    ("locale", "zone", "language", "arguments"),
    [
        ("es_MX.UTF-8", "America/Mexico_City", "es-MX", ()),
        ("es_ES.UTF-8", "America/Lima", "es-PE", ()),
        ("es_ES.UTF-8", "Europe/Madrid", "es", ()),
        ("es_ES.UTF-8", "Europe/Berlin", "es", ()),
        ("es_ES.UTF-8", "UTC", "es", ()),
        ("es_MX.UTF-8", "America/Mexico_City", "es", ("--language", "es")),
        ("en_US.UTF-8", "America/New_York", "en", ()),
        ("en_US.UTF-8", "Europe/London", "en-GB", ()),
        ("en_US.UTF-8", "Europe/Madrid", "en", ()),
    ],
)
def test_the_language_is_written_as_in_the_country_of_the_zone(bench, locale, zone, language, arguments):
    """So that 4.500 MXN is $4,500; whoever says the language gets what was said."""
    said = (*arguments, "--timezone", zone)
    spoken = {"language": locale[:2], "LC_ALL": locale}
    assert MiniWorkspace(bench.folder).run("new", "taller", *DAY, *said, **spoken).exit == 0
    assert read_workspace(bench.folder / "taller").workspace.settings.site.language == language
    assert MiniWorkspace(bench.folder / "taller").run("build", "--strict", *DAY).exit == 0


def test_a_language_of_a_continent_is_of_no_country(bench):
    assert MiniWorkspace(bench.folder).run("new", "taller", *DAY, "--language", "es-419", "--timezone", "UTC").exit == 0
    assert "# country: ES " in (bench.folder / "taller/valuegen.yaml").read_text("utf-8")


def test_a_zone_that_is_none_is_told(bench):
    done = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", "Bogto", language="en")
    assert (done.exit, "Did you mean “America/Bogota”?" in done.err) == (2, True)
    unknown = MiniWorkspace(bench.folder).run("new", "taller", "--timezone", "Narnia", language="en")
    assert (
        "There is no time zone “Narnia”. Write a large city near you, or a zone such as Europe/London." in unknown.err
    )
    assert not (bench.folder / "taller").exists()
