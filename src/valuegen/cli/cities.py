"""The time zones of cities after which none is named: the largest and the capitals of regions where Spanish is spoken,
and some of the largest where English is.

Which part of a country a zone holds is as `zone.tab` of the tz database says.
"""

_CITIES = {
    "America/Argentina/Buenos_Aires": "La Plata, Mar del Plata, Bahía Blanca, Tandil, CABA, Capital Federal",
    "America/Argentina/Catamarca": "San Fernando del Valle de Catamarca, Comodoro Rivadavia, Trelew, Rawson",
    "America/Argentina/Cordoba": (
        "Rosario, Santa Fe, Paraná, Corrientes, Posadas, Resistencia, Formosa, Santiago del Estero, Río Cuarto"
    ),
    "America/Argentina/Jujuy": "San Salvador de Jujuy",
    "America/Argentina/Salta": "Neuquén, Bariloche, San Carlos de Bariloche, Viedma, Santa Rosa",
    "America/Argentina/Tucuman": "San Miguel de Tucumán",
    "America/Asuncion": "Ciudad del Este, Encarnación, Luque, San Lorenzo",
    "America/Bogota": (
        "Medellín, Cali, Santiago de Cali, Barranquilla, Cartagena, Cartagena de Indias, Cúcuta, Bucaramanga, Pereira, "
        "Santa Marta, Ibagué, Manizales, Villavicencio, Pasto, Armenia, Neiva, Montería, Valledupar, Popayán, Tunja, "
        "Sincelejo, Riohacha, Quibdó, Florencia, Soledad, Bello, Envigado, Rionegro, Palmira, Leticia, Yopal"
    ),
    "America/Cancun": "Playa del Carmen, Chetumal, Cozumel, Tulum",
    "America/Caracas": (
        "Maracaibo, Valencia, Barquisimeto, Maracay, Ciudad Guayana, Ciudad Bolívar, Maturín, San Cristóbal, Cumaná, "
        "Puerto La Cruz, Mérida, Barinas, Porlamar"
    ),
    "America/Chicago": "Houston, Dallas, San Antonio, Austin, Minneapolis, Milwaukee, New Orleans, Nueva Orleans",
    "America/Costa_Rica": "San José, Alajuela, Cartago, Heredia, Liberia, Puntarenas, Limón",
    "America/Denver": "El Paso, Albuquerque, Salt Lake City",
    "America/El_Salvador": "San Salvador, Santa Ana, San Miguel, Soyapango, Santa Tecla",
    "America/Guatemala": "Ciudad de Guatemala, Guatemala City, Quetzaltenango, Xela, Antigua Guatemala, Cobán, Mixco",
    "America/Guayaquil": (
        "Quito, Cuenca, Ambato, Manta, Machala, Loja, Portoviejo, Riobamba, Ibarra, Esmeraldas, Quevedo, "
        "Santo Domingo de los Tsáchilas"
    ),
    "America/Havana": "Santiago de Cuba, Camagüey, Holguín, Santa Clara, Guantánamo, Cienfuegos, Matanzas",
    "America/Hermosillo": "Ciudad Obregón, Nogales, Guaymas",
    "America/La_Paz": "Santa Cruz, Santa Cruz de la Sierra, El Alto, Cochabamba, Oruro, Sucre, Tarija, Potosí",
    "America/Lima": (
        "Arequipa, Trujillo, Chiclayo, Piura, Cusco, Cuzco, Iquitos, Huancayo, Chimbote, Tacna, Ica, Pucallpa, "
        "Juliaca, Puno, Ayacucho, Cajamarca, Huánuco, Sullana, Callao, Tarapoto, Huaraz"
    ),
    "America/Los_Angeles": (
        "San Francisco, San Diego, San José, San Jose, Seattle, Portland, Las Vegas, Sacramento, Oakland, Fresno"
    ),
    "America/Managua": "León, Masaya, Granada, Matagalpa, Chinandega, Estelí, Bluefields",
    "America/Matamoros": "Reynosa, Nuevo Laredo, Piedras Negras, Ciudad Acuña",
    "America/Mazatlan": "Culiacán, Los Mochis, Tepic, La Paz, Cabo San Lucas, Los Cabos, San José del Cabo",
    "America/Merida": "Campeche, Ciudad del Carmen, Valladolid",
    "America/Mexico_City": (
        "CDMX, México DF, Guadalajara, Zapopan, Puebla, Toluca, León, Querétaro, San Luis Potosí, Aguascalientes, "
        "Morelia, Cuernavaca, Veracruz, Xalapa, Oaxaca, Tuxtla Gutiérrez, Villahermosa, Acapulco, Pachuca, Tlaxcala, "
        "Colima, Zacatecas, Guanajuato, Irapuato, Celaya, Ecatepec, Naucalpan, Puerto Vallarta, Chilpancingo, "
        "San Cristóbal de las Casas, Coatzacoalcos"
    ),
    "America/Monterrey": "Saltillo, Torreón, Durango, Ciudad Victoria, Tampico, San Pedro Garza García",
    "America/Montevideo": "Salto, Paysandú, Maldonado, Punta del Este, Rivera, Las Piedras, Colonia del Sacramento",
    "America/New_York": (
        "Miami, Orlando, Tampa, Boston, Washington, Washington DC, Filadelfia, Philadelphia, Atlanta, Charlotte, "
        "Baltimore, Pittsburgh, Cleveland, Jacksonville, Brooklyn"
    ),
    "America/Panama": "Ciudad de Panamá, Panama City, Colón, David, Santiago de Veraguas",
    "America/Puerto_Rico": "San Juan, Ponce, Bayamón, Mayagüez, Caguas, Carolina",
    "America/Santiago": (
        "Santiago de Chile, Valparaíso, Viña del Mar, Concepción, Antofagasta, La Serena, Coquimbo, Temuco, Iquique, "
        "Arica, Rancagua, Talca, Chillán, Puerto Montt, Valdivia, Osorno, Copiapó, Calama, Curicó"
    ),
    "America/Santo_Domingo": (
        "Santiago de los Caballeros, La Romana, San Pedro de Macorís, Puerto Plata, Punta Cana, Higüey, La Vega"
    ),
    "America/Tegucigalpa": "San Pedro Sula, La Ceiba, Choloma, El Progreso, Comayagua, Choluteca",
    "America/Tijuana": "Mexicali, Ensenada, Tecate, Rosarito",
    "America/Toronto": "Ottawa, Montreal, Quebec",
    "Africa/Ceuta": "Melilla",
    "Africa/Malabo": "Bata",
    "Atlantic/Canary": (
        "Las Palmas, Las Palmas de Gran Canaria, Santa Cruz de Tenerife, La Laguna, Tenerife, Gran Canaria, Lanzarote, "
        "Fuerteventura, Arrecife, Puerto del Rosario"
    ),
    "Europe/Dublin": "Cork, Galway, Limerick",
    "Europe/London": (
        "Manchester, Birmingham, Liverpool, Leeds, Sheffield, Bristol, Glasgow, Edinburgh, Edimburgo, Cardiff, Belfast"
    ),
    "Europe/Madrid": (
        "Barcelona, Valencia, València, Sevilla, Seville, Zaragoza, Málaga, Murcia, Palma, Palma de Mallorca, Bilbao, "
        "Bilbo, Alicante, Alacant, Córdoba, Valladolid, Vigo, Gijón, Vitoria, Vitoria-Gasteiz, A Coruña, La Coruña, "
        "Elche, Granada, Oviedo, Cartagena, Jerez, Jerez de la Frontera, Pamplona, Iruña, Almería, San Sebastián, "
        "Donostia, Burgos, Albacete, Castellón, Castellón de la Plana, Santander, Logroño, Badajoz, Salamanca, Huelva, "
        "Lleida, Lérida, Tarragona, León, Cádiz, Jaén, Ourense, Orense, Girona, Gerona, Lugo, Cáceres, Mérida, Toledo, "
        "Guadalajara, Pontevedra, Palencia, Ciudad Real, Zamora, Ávila, Cuenca, Huesca, Segovia, Soria, Teruel, "
        "Santiago de Compostela, Trujillo, Marbella, Algeciras, Reus, Ibiza, Eivissa, Mahón, Sabadell, Terrassa, "
        "Badalona, L'Hospitalet, Móstoles, Alcalá de Henares, Getafe, Leganés, Mallorca, Menorca"
    ),
}

CITIES = tuple((city, zone) for zone, cities in _CITIES.items() for city in cities.split(", "))
"""Each city with its zone; one name may stand for cities of several countries."""
