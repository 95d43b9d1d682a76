"""The part of SARIF 2.1.0 that we write, as a JSON Schema of our own, made from the text of the standard.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. It is narrower than the published schema: nothing
may be there that we don't mean to write.
"""

from typing import Any

LEVEL = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}


def thing(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object that has these and nothing else."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": [*required], "additionalProperties": False}


MESSAGE = thing({"text": TEXT})  # 3.11, 3.12
RULE = thing(  # 3.49
    {
        "id": TEXT,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": thing({"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": thing({"enabled": {"type": "boolean"}}, {"level": LEVEL}),
    }
)
LOCATION = thing(  # 3.28, 3.29
    {
        "physicalLocation": thing(
            {
                # 3.4.3: a relative reference of RFC 3986, without a scheme or a leading slash
                "artifactLocation": thing(
                    {
                        "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~-]([A-Za-z0-9._~/-]|%[0-9A-F]{2})*$"},
                        "uriBaseId": {"const": "%SRCROOT%"},
                    }
                ),
                "region": thing({"startLine": COUNT, "startColumn": COUNT}),  # 3.30
            }
        )
    }
)
RESULT = thing(  # 3.27
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
        "properties": {"type": "object"},
    }
)
DRIVER = thing(  # 3.19
    {
        "name": {"const": "valuegen"},
        "version": TEXT,
        "language": {"enum": ["es", "en"]},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    }
)
RUN = thing(  # 3.14
    {
        "tool": thing({"driver": DRIVER}),
        "language": {"enum": ["es", "en"]},
        "columnKind": {"const": "unicodeCodePoints"},
        "originalUriBaseIds": thing({"%SRCROOT%": thing({"description": MESSAGE})}),
        "results": {"type": "array", "items": RESULT},
        "properties": {"type": "object"},
    }
)
LOG = thing(  # 3.13
    {
        "$schema": {"type": "string", "pattern": "^https://docs.oasis-open.org/sarif/.*sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN, "minItems": 1, "maxItems": 1},
    }
)
