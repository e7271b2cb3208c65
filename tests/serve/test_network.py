"""The network that can be moved, in a real Chromium with WebGL; skipped where `make web` has not bundled it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kg.serve.explorer.render import is_built
from tests.chromium import AXE, axe, chromium
from tests.serve.conftest import Server
from tests.serve.test_browser import Visit
from tests.serve.test_explorer import api, built, explorer  # noqa: F401  (fixtures)
from tests.serve.test_overview import overview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not is_built("network.js"), reason="no bundle: make web"),
]
SOFTWARE = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium(*SOFTWARE) as opened:
        yield opened


@pytest.fixture
def visit(browser: Browser, explorer: Server) -> Iterator[Visit]:  # noqa: F811
    visit = Visit(browser, explorer, viewport={"width": 1200, "height": 900})
    yield visit
    visit.check()
    visit.page.close()


def ready(page: Page) -> Page:
    page.wait_for_selector("#network[data-ready]")
    return page


def first_person(server: Server) -> str:
    return str(api(server, "/api/stats")["persons"][0]["id"])


def told(page: Page) -> list[int]:
    return [int(word) for word in page.inner_text("#told").replace("、", " ").split() if word.isdigit()]


def test_a_neighbourhood_is_drawn_and_grows(visit: Visit) -> None:
    person = first_person(visit.server)
    page = ready(visit.open(f"/network/{person}"))
    answer = api(visit.server, f"/api/network/{person}")
    assert page.evaluate("renmai.order()") == len(answer["nodes"])
    assert page.inner_text("#card h2") == answer["name"]
    assert page.locator("svg.network").count() == 0
    for node in answer["nodes"][1:4]:
        page.evaluate("(id) => renmai.expand(id)", node["id"])
    assert page.evaluate("renmai.order()") >= len(answer["nodes"])
    assert page.inner_text("#card h2") == answer["nodes"][3]["name"]


def test_a_click_on_a_node_tells_of_it(visit: Visit) -> None:
    person = first_person(visit.server)
    page = ready(visit.open(f"/network/{person}"))
    other = api(visit.server, f"/api/network/{person}")["nodes"][1]
    spot = page.evaluate("(id) => renmai.place(id)", other["id"])
    box = page.locator("#network .canvas").bounding_box()
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    page.locator("#card h2", has_text=other["name"]).wait_for()
    assert page.url.endswith(f"#n={other['id']}")
    assert page.locator("#card a").first.get_attribute("href") == f"/{other['kind']}/{other['id']}"


def test_the_overview_finds_by_initials(visit: Visit) -> None:
    nodes = overview(visit.server)["nodes"]
    page = ready(visit.open("/overview"))
    assert page.evaluate("renmai.order()") == len(nodes)
    page.fill("#find-node", "wdy")
    page.press("#find-node", "Enter")
    page.locator("#card h2", has_text="闻道远").wait_for()
    page.fill("#find-node", "无此人")
    page.press("#find-node", "Enter")
    page.locator("#told", has_text="图中没有").wait_for()


def test_filters_and_keys(visit: Visit) -> None:
    overview(visit.server)
    page = ready(visit.open("/overview"))
    before = told(page)
    page.locator("#least").fill("20")
    assert told(page)[1] < before[1]
    page.uncheck("#bodies")
    assert told(page)[0] < before[0]
    page.locator("#network .canvas").focus()
    for key in ("ArrowLeft", "+", "-", "0"):
        page.keyboard.press(key)


def test_an_address_chooses_a_node(visit: Visit) -> None:
    node = overview(visit.server)["nodes"][2]
    page = ready(visit.open(f"/overview#n={node['id']}"))
    assert page.inner_text("#card h2") == node["name"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_axe_finds_no_serious_fault(
    browser: Browser,
    explorer: Server,  # noqa: F811
    theme: str,
    width: int,
) -> None:
    overview(explorer)
    options = {"viewport": {"width": width, "height": 844}, "color_scheme": theme, "bypass_csp": True}
    visit = Visit(browser, explorer, **options)
    for path in ("/overview", f"/network/{first_person(explorer)}"):
        page = ready(visit.open(path))
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1
        if AXE.exists():
            page.add_script_tag(content=axe())
            found = page.evaluate("axe.run().then((told) => told.violations)")
            assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []
    visit.check()
    visit.page.close()
