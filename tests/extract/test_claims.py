"""Plug-ins that ask others: a model that sometimes lies, behind a real server on loopback; a pipeline made here."""

import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.clean import clean_article
from kg.extract.claims.llm import ask_model, spent
from kg.model.article import Article
from kg.model.errors import ClaimError, KgError
from kg.model.settings import Settings

TEXT = "春茶节开幕那天，采茶能手翟北辰（云岭茶社掌柜）领唱山歌。"
TRUE = {
    "person": "翟北辰",
    "post": "掌柜",
    "organization": "云岭茶社",
    "status": None,
    "quote": "翟北辰（云岭茶社掌柜）",
}
LIE = {
    "person": "翟北辰",
    "post": "市长",
    "organization": "云岭市人民政府",
    "status": None,
    "quote": "云岭市市长翟北辰",
}


class Model(BaseHTTPRequestHandler):
    """Speaks the chat-completions protocol; says what the test tells it to."""

    reply: dict | bytes = b""
    asked = 0
    heard: dict | None = None

    def do_POST(self):
        type(self).asked += 1
        heard = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).heard = heard | {"path": self.path, "key": self.headers.get("Authorization")}
        body = self.reply
        if isinstance(body, dict):
            message = {"choices": [{"message": {"content": json.dumps(body, ensure_ascii=False)}}]}
            body = json.dumps(message | {"usage": {"prompt_tokens": 40, "completion_tokens": 9}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def model(tmp_path):
    Model.asked = 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    yield Settings(
        plugins=("llm",), llm_url=url, llm_model="invented", llm_cache=str(tmp_path / "cache"), llm_seconds=5
    )
    server.shutdown()
    server.server_close()


def cleaned(settings):
    return clean_article(Article("a", TEXT, "春茶节", "2021-04-05"), settings)


def test_a_claim_with_its_quote_is_kept_and_a_lie_refused(model, tmp_path):
    Model.reply = {"tenures": [TRUE, LIE]}
    facts = ask_model(cleaned(model), model)
    (tenure,) = facts.tenures
    (quote,) = tenure.evidence
    assert (tenure.person, tenure.post, tenure.organization) == ("翟北辰", "掌柜", "云岭茶社")
    assert TEXT[quote.start : quote.end] == quote.quote
    account = spent(tmp_path / "cache")
    assert (account.kept, account.refused, account.prompt_tokens) == (1, 1, 40)


@pytest.mark.parametrize(
    "row",
    [
        None,
        "翟北辰",
        ["翟北辰"],
        {**TRUE, "post": ["掌柜"]},
        {**TRUE, "status": {}},
        {**TRUE, "organization": "\ud800"},
    ],
)
def test_a_claim_of_another_form_is_refused_alone(model, row):
    Model.reply = {"tenures": [row, TRUE]}
    assert [t.person for t in ask_model(cleaned(model), model).tenures] == ["翟北辰"]


def test_the_same_question_is_asked_once(model):
    Model.reply = {"tenures": [TRUE]}
    first, second = (ask_model(cleaned(model), model) for _ in range(2))
    assert (first, Model.asked) == (second, 1)


def test_what_is_asked_and_what_is_kept(model, tmp_path, monkeypatch):
    monkeypatch.setenv(model.llm_key_variable, "secret")
    Model.reply = {"tenures": [TRUE, {**TRUE, "status": "emperor"}]}
    facts = ask_model(cleaned(model), model)
    asked = Model.heard
    assert (asked["path"], asked["key"], asked["model"]) == (
        "/v1/chat/completions",
        "Bearer secret",
        "invented",
    )
    assert (asked["temperature"], asked["seed"]) == (0, 0)
    assert [m["role"] for m in asked["messages"]] == ["system", "user"]
    assert asked["messages"][1]["content"] == TEXT
    assert asked["response_format"]["type"] == "json_schema"
    assert asked["response_format"]["json_schema"]["strict"] is True
    [kept] = (tmp_path / "cache").iterdir()
    assert "翟北辰" in kept.read_text("utf-8")
    assert "secret" not in kept.read_text("utf-8")
    assert {t.status for t in facts.tenures} == {None}
    assert all(t.resolved_by == "explicit" and 0 < t.confidence < 1 for t in facts.tenures)


def test_nothing_is_kept_where_no_folder_is_given(model, tmp_path):
    Model.reply = {"tenures": [TRUE]}
    settings = replace(model, llm_cache="")
    for _ in range(2):
        ask_model(cleaned(settings), settings)
    assert Model.asked == 2
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "127.0.0.1:9/v1"])
def test_an_endpoint_has_an_http_address(model, url):
    with pytest.raises(ClaimError, match="llm_url"):
        ask_model(cleaned(model), replace(model, llm_url=url))


@pytest.mark.parametrize(
    "reply", [b"no json", b'{"choices": []}', {"posts": []}], ids=["noise", "empty", "another form"]
)
def test_an_answer_of_another_form_is_told_in_one_line(model, reply):
    Model.reply = reply
    with pytest.raises(ClaimError) as told:
        ask_model(cleaned(model), model)
    assert "\n" not in str(told.value)


def test_an_endpoint_that_is_down_costs_no_article(model):
    from kg.extract import extract_facts

    settings = replace(model, llm_url="http://127.0.0.1:9/v1")
    facts = extract_facts(cleaned(settings), settings)
    assert facts.id == "a"
    assert [d.kind for d in facts.damage if d.kind.startswith("unheard")] == ["unheard-llm"]


def test_a_pipeline_names_persons_quoted_from_the_source(tmp_path):
    spacy = pytest.importorskip("spacy")
    from kg.extract.claims.spacy_pipeline import ask_pipeline

    pipeline = spacy.blank("zh")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "翟北辰"}])
    pipeline.to_disk(tmp_path / "pipeline")
    settings = Settings(spacy_pipeline=str(tmp_path / "pipeline"))
    (person,) = ask_pipeline(cleaned(settings), settings).persons
    assert (person.name, [e.quote for e in person.evidence]) == ("翟北辰", ["翟北辰"])


def test_a_missing_pipeline_is_named(tmp_path):
    pytest.importorskip("spacy")
    from kg.extract.claims.spacy_pipeline import ask_pipeline

    settings = Settings(spacy_pipeline=str(tmp_path / "none"))
    with pytest.raises(KgError, match="no installed pipeline"):
        ask_pipeline(cleaned(settings), settings)
