"""The page of the ontology: whole, escaped, without a request to anywhere."""

import importlib.util
import re
from pathlib import Path

from kg.rdf import terms
from kg.rdf.queries import named_queries

SPEC = importlib.util.spec_from_file_location(
    "ontology_page", Path(__file__).parents[2] / "tools" / "ontology_page.py"
)
ontology_page = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(ontology_page)


def test_the_page_tells_of_every_term_and_asks_nobody():
    html = ontology_page.page()
    concepts = [f"evt-{name}" for name in terms.EVENT_TYPES] + [
        f"part-{name}" for name in terms.PARTICIPATION_ROLES
    ]
    for name in (*terms.CLASSES, *terms.PROPERTIES, *concepts):
        assert html.count(f'id="{name}"') == 1
    for name in named_queries():
        assert f'id="query-{name}"' in html
    assert "任职" in html
    assert not re.search(r"<(?:script|img|link)\b|src=", html)
    assert "&lt;" in html
    assert html == ontology_page.page()
