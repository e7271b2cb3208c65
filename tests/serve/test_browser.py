"""The pages in a real Chromium: nothing is loaded from elsewhere, nothing hostile runs, and it can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from kg.serve.explorer.render import is_built
from tests.chromium import WITHOUT_WEBGL, axe, chromium
from tests.serve.conftest import Server
from tests.serve.test_explorer import api, built, explorer, found, hostile, pages_of  # noqa: F401  (fixtures)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
BUNDLED = pytest.mark.skipif(not is_built("editor.js"), reason="no bundle: make web")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium(WITHOUT_WEBGL) as opened:
        yield opened


def expect(locator: Any) -> Any:
    """Playwright's own waiting assertions; page functions would be evaluated, which the pages forbid."""
    from playwright.sync_api import expect as expected

    return expected(locator)


class Visit:
    """A page and what it did."""

    def __init__(self, browser: Browser, server: Server, **options: object) -> None:
        self.server = server
        self.page: Page = browser.new_page(locale="zh-CN", **options)  # type: ignore[arg-type]
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)

    def open(self, path: str) -> Page:
        self.page.goto(self.server.url + path)
        return self.page

    def check(self) -> None:
        assert [url for url in self.requests if not url.startswith((self.server.url, "data:"))] == []
        assert self.faults == []


@pytest.fixture
def visit(browser: Browser, explorer: Server) -> Iterator[Visit]:  # noqa: F811
    visit = Visit(browser, explorer)
    yield visit
    visit.check()
    visit.page.close()


def test_pinyin_finds_a_person_while_typing(visit: Visit) -> None:
    assert found(visit.server, "wdy")
    page = visit.open("/")
    page.keyboard.press("/")
    page.keyboard.type("wdy")
    page.wait_for_selector("#hits a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/*")
    assert page.inner_text("h1").startswith("闻道远")


def test_a_quotation_leads_to_its_place_in_the_article(visit: Visit) -> None:
    person = api(visit.server, "/api/search", q="闻道远")["results"][0]["id"]
    page = visit.open(f"/person/{person}")
    page.locator("details summary").first.click()
    quote_ = page.locator("blockquote.proof p").first.inner_text()
    page.locator("blockquote.proof a").first.click()
    page.wait_for_url("**/article/*")
    lit = page.locator("li:target")
    lit.hover()
    marked = page.locator("mark.lit")
    assert marked.count() > 0
    source = "all => all.map(mark => mark.title || mark.textContent).join('')"  # what was mended has its source as title
    assert marked.evaluate_all(source).startswith(quote_[:10])


def write(page: Page, query: str) -> None:
    """Put a query into the editor as a person would: everything that stood there is written over."""
    if not is_built("editor.js"):
        page.fill("#query", query)
        return
    page.click(".CodeMirror")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def test_a_query_is_run_and_shown(visit: Visit) -> None:
    page = visit.open("/sparql")
    write(
        page,
        'SELECT ?person ?name { ?person a foaf:Person ; skos:prefLabel ?name FILTER(?name = "闻道远"@zh-hans) }',
    )
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer td a")
    assert page.inner_text("#answer td:nth-child(2)") == "闻道远"
    page.click("#network-view")
    assert page.locator("#answer svg circle").count() == 2
    page.click("#table-view")
    page.click("#answer td a")
    page.wait_for_url("**/person/*")


def test_named_queries_run_from_the_menu(visit: Visit) -> None:
    page = visit.open("/sparql")
    names = page.locator("#named option").count()
    assert names > 10
    page.select_option("#named", index=2)
    page.click("#run")
    expect(page.locator("#told")).to_contain_text("ms")
    assert page.inner_text("#problem") == ""


@BUNDLED
def test_the_editor_colours_completes_and_marks_mistakes(visit: Visit) -> None:
    page = visit.open("/sparql")
    write(page, "")
    page.keyboard.type("SELECT * { ?t org:memb")
    page.wait_for_selector(".CodeMirror-hint")
    assert page.locator(".CodeMirror-hint").first.inner_text() == "org:member"
    page.keyboard.press("Enter")
    assert page.input_value("#query").endswith("org:member")
    assert page.locator(".cm-keyword").all_inner_texts() == [
        "PREFIX",
        "SELECT",
    ]  # the prefix was written for us
    page.keyboard.type(" <b>& }")
    page.wait_for_selector(".parseErrorIcon")
    assert page.locator(".CodeMirror b").count() == 0


@BUNDLED
def test_every_named_query_is_without_mistake_to_the_editor(visit: Visit) -> None:
    page = visit.open("/sparql")
    for index in range(1, page.locator("#named option").count()):
        page.select_option("#named", index=index)
        page.wait_for_timeout(100)
        assert page.locator(".parseErrorIcon").count() == 0, (
            page.locator("#named option").nth(index).inner_text()
        )


@BUNDLED
def test_the_editor_keeps_nothing_and_downloads_what_stands_in_it(visit: Visit) -> None:
    page = visit.open("/sparql")
    write(page, "SELECT (1 AS ?one) {}")
    with page.expect_download() as download:
        page.click("#download")
    assert Path(download.value.path()).read_text("utf-8").split() == ["one", "1"]
    assert page.evaluate("Object.keys(localStorage)") == []


@BUNDLED
def test_each_prefix_is_declared_once(visit: Visit) -> None:
    page = visit.open("/sparql")
    expect(page.locator("#query")).to_have_value(re.compile("PREFIX org:"))
    declared = [line for line in page.locator("#query").input_value().splitlines() if "PREFIX" in line]
    assert len(declared) == len(set(declared)) == 2


def test_without_the_editor_a_plain_field_does(browser: Browser, explorer: Server) -> None:  # noqa: F811
    page = Visit(browser, explorer).page
    page.route("**/editor.js", lambda route: route.abort())
    page.goto(explorer.url + "/sparql")
    page.fill("#query", "ASK {}")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("#told:text-is('true')")
    page.close()


def test_mistakes_in_a_query_are_told(browser: Browser, explorer: Server) -> None:  # noqa: F811
    visit = Visit(browser, explorer)
    page = visit.open("/sparql")
    write(page, "SELECT * {\n ?s ?p }")
    page.click("#run")
    expect(page.locator("#problem")).to_contain_text("line 2")
    assert all("400" in fault for fault in visit.faults)
    page.close()


def test_constructed_graphs_are_shown_too(visit: Visit) -> None:
    page = visit.open("/sparql?query=" + quote("DESCRIBE ?p { ?p skos:prefLabel '闻道远'@zh-hans }"))
    page.wait_for_selector("#answer td a")
    assert "闻道远" in page.inner_text("#answer")


def test_network_lights_up_neighbours(visit: Visit) -> None:
    person = api(visit.server, "/api/search", q="闻道远")["results"][0]["id"]
    visit.page.route("**/network.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = visit.open(f"/network/{person}")  # as where the bundle is not made
    page.locator("svg.network a").nth(1).hover()
    assert page.locator("svg.network.picked line.near").count() > 0
    with page.expect_navigation():
        page.locator("svg.network a").nth(1).click()
    assert "/network/" in page.url


def test_pages_work_without_javascript(browser: Browser, explorer: Server) -> None:  # noqa: F811
    visit = Visit(browser, explorer, java_script_enabled=False)
    page = visit.open("/")
    page.fill("#q", "闻道远")
    page.click("header button")
    page.click("ul.results a")
    assert page.inner_text("h1").startswith("闻道远")
    visit.check()
    page.close()


def test_hostile_names_do_not_run(browser: Browser, hostile: Server) -> None:  # noqa: F811
    visit = Visit(browser, hostile)
    first = api(hostile, "/api/stats")
    person = first["persons"][0]["id"]
    event = first["latest"][0]["id"]
    query = "/sparql?query=" + quote("SELECT * { ?s skos:prefLabel ?o . ?s schema:url|a ?x }")
    for path in ("/", f"/person/{person}", f"/network/{person}", f"/event/{event}", "/article/a-1", query):
        page = visit.open(path)
        page.wait_for_timeout(300)
        assert page.evaluate("window.evil") is None, path
    page = visit.open("/")
    page.fill("#q", "script")
    page.wait_for_selector("#hits a")
    assert page.evaluate("window.evil") is None
    visit.check()
    page.close()


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (820, "dark"), (1280, "light")])
def test_pages_fit_every_width(browser: Browser, explorer: Server, width: int, theme: str) -> None:  # noqa: F811
    visit = Visit(browser, explorer, viewport={"width": width, "height": 844}, color_scheme=theme)
    for path in pages_of(explorer):
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, path
    visit.check()
    visit.page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: Browser, explorer: Server, theme: str) -> None:  # noqa: F811
    script = axe()
    visit = Visit(browser, explorer, color_scheme=theme, bypass_csp=True)
    for path in pages_of(explorer):
        page = visit.open(path)
        page.add_script_tag(content=script)
        found_ = page.evaluate("axe.run().then((told) => told.violations)")
        serious = [
            f"{v['id']}: {v['nodes'][0]['html'][:200]}"
            for v in found_
            if v["impact"] in {"serious", "critical"}
        ]
        assert serious == [], path
    visit.page.close()
