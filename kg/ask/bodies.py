"""Finding an organisation by any form of its name."""

from __future__ import annotations

from kg.ask.graph import Graph, label, select, value

_BY_LABEL = """SELECT DISTINCT ?body ?name WHERE {{
  VALUES ?label {{ {forms} }}
  ?body {property} ?label ; a org:Organization ; skos:prefLabel ?name .
}} ORDER BY ?body"""


def bodies_named(graph: Graph, form: str) -> dict[str, str]:
    """Organisations that go by a form of name: IRI → full name; those whose full name it is come alone."""
    for wanted in _forms(form):
        for path in ("skos:prefLabel", "skos:altLabel"):
            rows = select(graph, _BY_LABEL.format(forms=label(wanted), property=path))
            if rows:
                return {value(row, "body"): value(row, "name") for row in rows}
    return {}


def _forms(form: str) -> list[str]:
    """The form itself, its full name by the lexicon, and both without 中华人民共和国 or 中共 before them."""
    from kg.lexicon.organizations import expand

    form = form.strip()
    forms = [form, expand(form) or form]
    forms += [f.removeprefix("中华人民共和国") for f in forms if len(f) > len("中华人民共和国") + 1]
    forms += ["中国共产党" + f.removeprefix("中共") for f in forms if f.startswith("中共")]
    forms += [found for f in (form, form.removesuffix("委") + "委员会") if (found := expand("国家" + f))]
    return list(dict.fromkeys(f for f in forms if f))
