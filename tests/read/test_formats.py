import io
import sys
from types import SimpleNamespace

import orjson
import pyarrow
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.read.registry import OWN, readers

from .conftest import STORY, jsonl, rows

PAGE = f"""<html><head><meta charset="utf-8"><title>太原召开会议--甲新闻网</title></head><body><div><a href="/">首页</a></div>
<h1>太原召开会议</h1><div>2019年03月05日08:30 来源：<a href="/">甲日报</a></div>
<div><p>{STORY}</p><p>{STORY.replace("5日", "6日")}</p></div><div>版权所有</div></body></html>"""


def test_plain_text_is_named_after_its_file(tmp_path, read):
    (tmp_path / "2019-会议.txt").write_text(STORY, "utf-8")
    [article], _ = read(tmp_path)
    assert (article.id, article.text, article.encoding) == ("2019-会议", STORY, "utf-8")


def test_rows_bring_their_fields(tmp_path, read):
    row = {
        "id": 7,
        "body": STORY,
        "title": "会议",
        "date": "2019-03-05",
        "source": "甲报",
        "url": "http://a/",
        "author": "王小明",
    }
    (tmp_path / "a.jsonl").write_bytes(orjson.dumps(row))
    [article], _ = read(tmp_path, text_field="body")
    assert (article.id, article.title, article.source, article.authors) == ("7", "会议", "甲报", ("王小明",))
    assert article.path.endswith("a.jsonl:1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"{", "no JSON object", id="broken"),
        pytest.param(b"[1]", "a JSON list", id="no object"),
        pytest.param(b'{"id": "x"}', "no text in the field 'text'", id="no text"),
        pytest.param(b'{"id": "x", "text": 5}', "no text in the field 'text'", id="a number for a text"),
    ],
)
def test_a_bad_row_is_told_and_the_next_is_read(tmp_path, read, line, reason):
    (tmp_path / "a.jsonl").write_bytes(line + b"\n\n" + jsonl(1))
    articles, [rejected] = read(tmp_path)
    assert len(articles) == 1
    assert reason in rejected.reason
    assert rejected.path.endswith("a.jsonl:1")


def test_rows_in_gb18030(tmp_path, read):
    (tmp_path / "a.jsonl").write_bytes('{"text": "太原市召开会议，研究部署下一步的工作。"}'.encode("gb18030"))
    [article], _ = read(tmp_path)
    assert article.id == "a-1"
    assert article.text.startswith("太原市")


@pytest.mark.parametrize("text", [orjson.dumps(rows(3)), jsonl(3)], ids=["array", "lines by a wrong name"])
def test_json(tmp_path, read, text):
    (tmp_path / "a.json").write_bytes(text)
    articles, _ = read(tmp_path)
    assert [a.id for a in articles] == ["a0", "a1", "a2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv(tmp_path, read, encoding, mark):
    table = f'id{mark}正文{mark}title\n1{mark}"{STORY}\n第二段。"{mark}会议\n'
    (tmp_path / "a.csv").write_bytes(table.encode(encoding))
    [article], _ = read(tmp_path, text_field="正文")
    assert (article.id, article.text, article.title) == ("1", f"{STORY}\n第二段。", "会议")


def test_csv_without_the_column(tmp_path, read):
    (tmp_path / "a.csv").write_text("id,body\n1,x\n", "utf-8")
    _, [rejected] = read(tmp_path)
    assert "--text-field" in rejected.reason


def test_parquet(tmp_path, read):
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows(3)), tmp_path / "a.parquet")
    articles, _ = read(tmp_path)
    assert [(a.id, a.title) for a in articles] == [("a0", "第0条"), ("a1", "第1条"), ("a2", "第2条")]


def test_parquet_whose_text_is_no_text(tmp_path, read):
    pyarrow.parquet.write_table(
        pyarrow.Table.from_pylist(rows(3)), tmp_path / "a.parquet", compression="none"
    )
    data = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(data.replace("太原市".encode(), b"\xce" * 9))
    _, [rejected] = read(tmp_path)
    assert "no Parquet file" in rejected.reason


def test_a_page(tmp_path, read):
    (tmp_path / "p.html").write_bytes(PAGE.replace("utf-8", "gb2312").encode("gb18030"))
    [article], _ = read(tmp_path)
    assert (article.title, article.date, article.source) == ("太原召开会议", "2019年03月05日", "甲日报")
    assert article.text.startswith(STORY)
    assert article.stored_text


def test_an_archive(tmp_path, read):
    with (tmp_path / "w.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, status, body in (("http://a/1", "200 OK", PAGE), ("http://a/2", "404 Not Found", PAGE)):
            headers = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(body.encode()), http_headers=headers
                )
            )
    [article], rejected = read(tmp_path)
    assert article.url == "http://a/1"
    assert not rejected
    whole = (tmp_path / "w.warc.gz").read_bytes()
    (tmp_path / "w.warc.gz").write_bytes(whole[:200])  # within the first record
    _, rejected = read(tmp_path)
    assert rejected


def test_an_archive_cut_off_anywhere(tmp_path, read):
    whole = io.BytesIO()
    writer = WARCWriter(whole, gzip=False)
    for url in ("http://a/1", "http://a/2"):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        payload = io.BytesIO(PAGE.replace("太原召开", url).encode())
        writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=headers))
    data = whole.getvalue()
    for cut in range(0, len(data) - 10, 211):
        (tmp_path / "w.warc").write_bytes(data[:cut])
        articles, rejected = read(tmp_path)
        assert len(articles) <= 1
        assert articles or rejected


@pytest.mark.parametrize("data", [jsonl(2), STORY.encode(), PAGE.encode()], ids=["rows", "text", "page"])
def test_a_pipe(monkeypatch, read, data):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    articles, _ = read("-")
    assert STORY in articles[0].text


def test_a_packed_pipe(monkeypatch, read):
    import gzip

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(gzip.compress(jsonl(2)))))
    articles, _ = read("-")
    assert [a.id for a in articles] == ["a0", "a1"]


def test_the_same_words_of_the_same_day_are_kept_once(tmp_path, read):
    twice = [*rows(1), {**rows(1)[0], "id": "b"}, {**rows(1)[0], "id": "c", "date": "2020-01-01"}]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(map(orjson.dumps, twice)))
    articles, [rejected] = read(tmp_path)
    assert [a.id for a in articles] == ["a0", "c"]
    assert rejected.article_id == "b"


def test_no_id_is_given_twice(tmp_path, read):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(STORY + folder, "utf-8")
    articles, _ = read(tmp_path)
    assert len({a.id for a in articles}) == 2
    assert articles[0].id == "1"


@pytest.mark.parametrize("suffix", OWN)
def test_every_reader_of_ours_is_registered(suffix):
    assert callable(readers()[suffix].load())


def test_a_page_of_tables_and_line_breaks(tmp_path, read):
    page = f"""<html><head><meta charset="utf-8"><title>太原召开会议-甲新闻网</title></head><body><div><a href="/">首页</a></div>
    <table><tr><td>太原召开会议</td></tr><tr><td>发布时间：2019年3月5日　来源：甲日报</td></tr>
    <tr><td>　　{STORY}<br><br>　　{STORY.replace("5日", "6日")}</td></tr></table></body></html>"""
    (tmp_path / "p.html").write_text(page, "utf-8")
    [article], _ = read(tmp_path)
    assert (article.title, article.source) == ("太原召开会议", "甲日报")
    assert STORY in article.text.split("\n")


def test_a_reason_is_one_line_even_where_it_quotes_the_file(tmp_path, read):
    (tmp_path / "a.csv").write_text('"太原\n召开",会议\n1,2\n', "utf-8")
    _, [rejected] = read(tmp_path)
    assert "太原 召开" in rejected.reason
