"""The page in a real browser, as a reader uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export.view import write_page
from kg.export.view.page import View, page_of
from tests.chromium import WITHOUT_WEBGL, axe, chromium
from tests.export.invented import iri
from tests.export.test_page import hostile_tables
from tests.export.triples import store_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser():
    with chromium(WITHOUT_WEBGL) as opened:
        yield opened


@pytest.fixture(scope="module")
def path(store, tmp_path_factory):
    found = tmp_path_factory.mktemp("page") / "graph.html"
    write_page(store, found, title="示例")
    return found


def opened(browser, path, address="", **context):
    """A page that is ready; `page.asked` are its requests, `page.faults` what went wrong."""
    page = browser.new_context(
        **{"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", **context}
    ).new_page()
    page.asked, page.faults = [], []
    page.on("request", lambda r: page.asked.append(r.url))
    page.on("pageerror", lambda e: page.faults.append(str(e)))
    page.on("console", lambda m: page.faults.append(m.text) if m.type in {"error", "warning"} else None)
    page.goto(f"file://{path}{address}")
    page.wait_for_selector(
        "html[data-live]", state="attached"
    )  # a function would need what the page forbids: eval
    return page


@pytest.fixture
def page(browser, path):
    found = opened(browser, path)
    yield found
    assert not found.faults
    found.context.close()


def counts(page):
    return [int(n.inner_text()) for n in page.locator("#kinds .n").all()]


def settle(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def pick(page, words):
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")


def test_no_request_leaves(browser, path, tables):
    page = opened(browser, path)
    pick(page, tables.entities[iri("p-00001")].name)
    for what in ("png", "svg", "csv"):
        page.click("#take-button")
        with page.expect_download() as download:
            page.click(f"[data-take={what}]")
        assert Path(download.value.path()).stat().st_size > 500
    assert all(url.startswith(("file:", "data:", "blob:")) for url in page.asked)
    page.context.close()


@pytest.mark.parametrize("form", ["pinyin", "spaced", "initials", "name", "traditional"])
def test_search_finds_a_person(page, tables, form):
    from kg.export.view.spelling import pinyin_of, typed_as

    name = tables.entities[iri("p-00002")].name
    typed = typed_as(name, True).split("|")
    spaced = next(t for t in typed if " " in t)
    words = {"pinyin": spaced.replace(" ", ""), "spaced": spaced, "initials": "".join(s[0] for s in spaced.split()),
             "name": name, "traditional": typed[-1] if not typed[-1].isascii() else name}[form]  # fmt: skip
    page.fill("#search", words)
    names = page.locator("#hits bdi").all_inner_texts()
    assert name in names[:8]
    page.locator("#hits li", has_text=name).first.dispatch_event("mousedown")
    assert page.inner_text("#panel h2") == name
    assert pinyin_of(name, True) in page.inner_text("#panel")


def test_a_filter_changes_what_is_drawn(page):
    before = counts(page)
    page.locator("#kinds .tick", has_text="事件").click()
    settle(page)
    after = counts(page)
    assert before[2] > 0
    assert after[2] == 0
    page.locator("#filters #reset").click()
    settle(page)
    assert counts(page) == before


def test_a_type_of_event_can_be_taken_out(page):
    before = counts(page)[2]
    box = page.locator("#types .tick").first
    events = int(box.locator(".n").inner_text())
    box.click()
    settle(page)
    assert counts(page)[2] == before - events


def test_the_time_range_changes_what_is_drawn(page):
    before = counts(page)[2]
    page.evaluate("""() => { const to = document.querySelector('#to'); to.value = Math.floor(to.max / 3);
        to.dispatchEvent(new Event('input')); }""")
    settle(page)
    assert 0 < counts(page)[2] < before
    assert "t=.." in page.url


def test_play_moves_time(page):
    page.click("#play")
    page.wait_for_timeout(1000)
    assert page.get_attribute("#play", "aria-pressed") == "true"
    assert "t=" in page.url
    page.click("#play")


def test_a_click_shows_the_quotation_with_its_words_marked(page, tables):
    row = next(iter(tables.tenures.values()))
    pick(page, tables.entities[row.person].name)
    assert row.post in page.inner_text("#panel .facts")
    page.locator("#panel details.proof summary").first.click()
    quote = page.locator("#panel blockquote").first
    assert tables.entities[row.person].name in quote.locator("p").inner_text()
    assert quote.locator("mark").count() > 0
    assert "示例日报" in quote.locator("footer").inner_text()
    assert quote.locator("a").get_attribute("href").startswith("https://news.example/")
    event = page.locator("#panel .go.event").first
    event.click()
    assert page.locator("#panel mark").count() > 0
    assert (
        page.locator("#panel mark").first.inner_text()
        in page.locator("#panel blockquote p").first.inner_text()
    )


def test_companions_are_proved_by_the_events_that_both_were_at(page, tables):
    together = next(
        (a.participant, b.participant)
        for a in tables.participations.values()
        for b in tables.participations.values()
        if a.event == b.event
        and a.participant < b.participant
        and "/p-" in a.participant
        and "/p-" in b.participant
    )
    one, other = (tables.entities[who].name for who in together)
    pick(page, one)
    row = page.locator("#panel .facts > li", has=page.locator("details > ul, details:not(.proof)")).filter(
        has_text=other
    )
    row.locator("details:not(.proof) summary").first.click()
    inner = row.locator("details ul.facts > li").first
    inner.locator("details.proof summary").click()
    assert inner.locator("blockquote p").first.inner_text()
    assert inner.locator("blockquote mark").count() > 0


def test_a_click_on_the_canvas_chooses(page):
    x, y = (
        page.evaluate("""() => { const stage = document.querySelector('#graph canvas').getBoundingClientRect();
        const at = window.renmai.place(0); return [stage.left + at.x, stage.top + at.y]; }""")
    )
    page.mouse.click(x, y)
    page.wait_for_selector("#panel:not([hidden])")
    assert "n=" in page.url


def test_an_address_restores_the_view(browser, path, page, tables):
    pick(page, tables.entities[iri("p-00001")].name)
    page.locator("#kinds .tick", has_text="地方").click()
    page.evaluate(
        "() => { const f = document.querySelector('#from'); f.value = 12; f.dispatchEvent(new Event('input')); }"
    )
    settle(page)
    settle(page)
    again = opened(browser, path, "#" + page.url.split("#")[1])
    assert again.inner_text("#panel h2") == page.inner_text("#panel h2")
    assert counts(again) == counts(page)
    assert again.inner_text("#span") == page.inner_text("#span")
    again.context.close()


def test_the_back_button_goes_back(page, tables):
    for key in ("p-00001", "p-00002"):
        pick(page, tables.entities[iri(key)].name)
    page.go_back()
    page.locator("#panel h2", has_text=tables.entities[iri("p-00001")].name).wait_for()


def test_neighbours_come_in_and_out(browser, store, tables, tmp_path):
    row = next(p for p in tables.participations.values() if p.position == 1)
    write_page(store, tmp_path / "near.html", focus=tables.entities[row.participant].name, hops=1, limit=6)
    page = opened(browser, tmp_path / "near.html")
    before = sum(counts(page))
    pick(page, tables.entities[row.participant].name)
    page.locator("#panel .buttons button", has_text="展开邻居").click()
    assert sum(counts(page)) > before
    assert not page.faults
    page.context.close()


def test_a_path_joins_two_people_and_says_why(page, tables):
    first, second = (tables.entities[iri(key)].name for key in ("p-00000", "p-00009"))
    pick(page, first)
    page.locator("#panel .buttons button", has_text="从这里找路径").click()
    pick(page, second)
    page.locator("#panel .buttons button", has_text="路径到这里").click()
    assert first in page.inner_text("#panel h2")
    assert page.locator("#panel .facts li").count() > 0
    assert "w=" in page.url


def test_the_table_has_the_same_rows(page):
    total = sum(counts(page))
    page.keyboard.press("t")
    assert f"共 {total} 行" in page.inner_text("#table caption")
    page.locator("#table tbody button").first.click()
    assert page.is_visible("#panel")


def test_the_query_of_the_view_answers(page, store, tables):
    name = tables.entities[iri("p-00001")].name
    pick(page, name)
    page.click("#take-button")
    page.click("[data-take=sparql]")
    rows = store.select(page.inner_text("#dialog pre"))
    assert {row["name"] for row in rows} == {name}
    shown = {t.post for t in tables.tenures.values() if t.person == iri("p-00001")}
    assert shown <= {row["what"] for row in rows}


def test_the_page_speaks_english(browser, path):
    page = opened(browser, path, locale="en-GB")
    assert page.inner_text("#filters-button span[data-w]") == "Filter"
    page.click("#language")
    assert page.inner_text("#filters-button span[data-w]") == "筛选"
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.context.close()


def test_hostile_text_stays_text(browser, tmp_path):
    html, _ = page_of(store_of(hostile_tables()), View(title="</title><script>alert(1)</script>", limit=500))
    (tmp_path / "hostile.html").write_text(html, "utf-8")
    page = opened(browser, tmp_path / "hostile.html")
    page.on("dialog", lambda d: page.faults.append("a dialog opened"))
    for word in ("script", "img", "onmouseover", "龍"):
        page.fill("#search", word)
        page.keyboard.press("Enter")
        page.wait_for_timeout(50)
        for summary in page.locator("#panel details.proof summary").all()[:5]:
            summary.click()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("t")
    assert page.locator("#table img, #panel img, #hits img").count() == 0
    assert page.locator("#panel a[href^=javascript]").count() == 0
    assert "hacked" not in page.title()
    assert not page.faults
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


@pytest.mark.parametrize("size", [(1280, 800), (820, 1180), (390, 844)], ids=["desk", "tablet", "phone"])
def test_nothing_runs_out_of_the_window(browser, path, tables, size):
    page = opened(browser, path, viewport={"width": size[0], "height": size[1]})
    page.fill("#search", tables.entities[iri("p-00001")].name)
    page.press("#search", "Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("#panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0] + 1
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["graph", "table", "panel", "phone"])
def test_axe_finds_no_serious_fault(browser, path, tables, theme, view):
    script = axe()
    size = {"width": 390, "height": 844} if view == "phone" else {"width": 1280, "height": 800}
    page = opened(browser, path, color_scheme=theme, viewport=size)
    if view == "table":
        page.keyboard.press("t")
    if view in {"panel", "phone"}:
        page.fill("#search", tables.entities[iri("p-00001")].name)
        page.press("#search", "Enter")
        page.locator("#panel details.proof summary").first.click()
    page.evaluate(script)
    found = page.evaluate("axe.run()")["violations"]
    serious = [
        (v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    page.context.close()


def test_it_is_ready_soon(browser, large, tmp_path):
    write_page(large, tmp_path / "large.html", limit=1000)
    page = opened(browser, tmp_path / "large.html")
    assert (
        int(page.get_attribute("html", "data-ready")) < 5000
    )  # 1 s on a quiet machine; benchmarks measure that
    page.context.close()
