"""What may be named as input, and what becomes of inputs that are no articles."""

import gzip
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import Received, Result, articles
from sayso.record import Outcome

SAID = "Police said on Monday that two people were killed in the town of Northfield."

ZIP = "it is a ZIP archive (or an Office document)"


def names(results: list[Result]) -> list[str]:
    return [r.article.name if isinstance(r, Received) else r.name for r in results]


def only(results: list[Result]) -> Outcome:
    (result,) = results
    assert isinstance(result, Outcome), result
    assert result.reason
    assert result.remedy
    return result


def test_inputs_come_back_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(SAID)
    missing = tmp_path / "missing.txt"
    results = list(articles([str(tmp_path / "b.txt"), missing, tmp_path / "a.txt"]))
    assert names(results) == ["b.txt", "missing.txt", "a.txt"]
    assert isinstance(results[1], Outcome)
    assert (results[1].status, results[1].reason) == ("cannot open", "there is no such file")
    assert results[1].locator == str(missing)


def test_a_folder_stands_for_its_files_by_name_without_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "sub/b.txt", "sub/a.txt", ".hidden.txt", ".git/c.txt", "B.txt"):
        (tmp_path / name).write_text(SAID)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert names(list(articles([tmp_path]))) == ["B.txt", "a.txt", "b.txt", "z.txt"]


def test_what_is_no_article_in_a_folder_is_named_as_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "settings.toml").write_text('said = "Police said two people were killed."')
    found = list(articles([tmp_path]))
    assert names(found) == ["a.txt", "settings.toml"]
    assert isinstance(found[1], Outcome)
    assert (found[1].status, found[1].good) == ("skipped", True)


def test_a_file_named_itself_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "notes.log").write_text(SAID)
    assert isinstance(next(articles([tmp_path / "notes.log"])), Received)


def test_a_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = only(list(articles([tmp_path / "empty"])))
    assert (found.name, found.status, found.reason) == ("empty", "no text", "the folder holds no files")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(SAID.encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    (result,) = articles(["-"])
    assert isinstance(result, Received)
    assert (result.article.name, result.article.capture.locator) == ("stdin", "-")
    assert not stream.closed, "not ours to close"


class Forbidden(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")


def test_a_stream_that_may_not_be_read() -> None:
    found = only(list(articles([io.BufferedReader(Forbidden())])))
    assert (found.status, found.reason) == ("cannot open", "reading it is not permitted")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAID)
    path.chmod(0)
    assert only(list(articles([path]))).reason == "reading it is not permitted"


def test_a_web_address_is_not_fetched() -> None:
    found = only(list(articles(["http://127.0.0.1/page.html"])))
    assert (found.status, found.reason) == ("cannot open", "it is a web address, and reading opens no connection")
    assert found.locator == "http://127.0.0.1/page.html"


def test_a_path_with_a_zero_byte() -> None:
    assert only(list(articles(["a\x00b"]))).status == "cannot open"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_of_any_bytes_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(SAID)
    (result,) = articles([tmp_path])
    assert isinstance(result, Received)
    assert result.article.name == "caf\ufffd.txt"
    result.article.capture.locator.encode("utf-8")


def test_a_broken_link_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    assert only(list(articles([tmp_path]))).reason == "there is no such file"


@pytest.mark.parametrize(
    ("name", "body", "status", "reason"),
    [
        pytest.param("a.txt", b"", "no text", "the file is empty", id="empty"),
        pytest.param("a.html", b"", "no text", "the file is empty", id="empty page"),
        pytest.param("a.jsonl", b"", "no text", "the file is empty", id="empty rows"),
        pytest.param("a.jsonl", b"\n \n", "no text", "the file is empty", id="blank rows"),
        pytest.param("a.txt", b" \r\n\t ", "no text", "there is no text in it", id="blank"),
        pytest.param("a.txt", b" " * 100_000, "no text", "there is no text in it", id="100,000 blanks"),
        pytest.param("a.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text", "it is a PNG picture", id="PNG"),
        pytest.param("a.html", b"%PDF-1.7\n1 0 obj", "not text", "it is a PDF", id="PDF named html"),
        pytest.param("a.txt", gzip.compress(b"Two died."), "not text", "it is a gzip file", id="gzip"),
        pytest.param("a.jsonl", gzip.compress(b"{}"), "not text", "it is a gzip file", id="gzip named jsonl"),
        pytest.param("a.docx", b"PK\x03\x04\x14\0", "not text", ZIP, id="docx"),
        pytest.param("a.warc", b"WARC/1.1\r\n", "not text", "it is a web archive (WARC)", id="warc"),
        pytest.param("a.txt", bytes(range(256)) * 8, "not text", "it is bytes that are no text", id="any bytes"),
        pytest.param("a", b"\0" * 500, "not text", "it is bytes that are no text", id="zero bytes"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, name: str, body: bytes, status: str, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    found = only(list(articles([tmp_path / name])))
    assert (found.name, found.status, found.reason) == (name, status, reason)


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        pytest.param("a.txt", SAID, "text/plain", id="text"),
        pytest.param("a.unknown", SAID, "text/plain", id="an unknown name"),
        pytest.param("BM", "BM " + SAID, "text/plain", id="a text that begins like a picture"),
        pytest.param("a.txt", '{"quoted"} ' + SAID, "text/plain", id="a text file is text"),
        pytest.param("a", f'{{"text": "{SAID}"}}\n', "application/x-ndjson", id="JSON Lines without a name"),
        pytest.param("a", f'[{{"text": "{SAID}"}}]', "application/json", id="a JSON list without a name"),
        pytest.param("a", f"id;text\na;{SAID}\n", "text/csv", id="CSV without a name"),
        pytest.param("A.HTM", f"<p>{SAID}</p><p>{SAID}</p><p>{SAID}</p>", "text/html", id="a page by its name"),
        pytest.param("a.txt", f"\n<!DOCTYPE HTML><p>{SAID}</p>" * 3, "text/html", id="a page named txt"),
    ],
)
def test_kind_of_input(tmp_path: Path, name: str, body: str, media_type: str) -> None:
    (tmp_path / name).write_text(body)
    (result,) = articles([tmp_path / name])
    assert isinstance(result, Received), result
    assert result.article.capture.media_type == media_type


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param(SAID * 14_000, None, id="a megabyte on one line"),
        pytest.param('"' * 100_000, None, id="100,000 quotation marks"),
        pytest.param("a " * 200_000, None, id="200,000 words of one letter"),
        pytest.param(f"\u202e25\u202c {SAID}", "2 x mark without width", id="direction marks around a number"),
        pytest.param(f"k\u200billed {SAID}", "1 x mark without width", id="a mark inside a word"),
        pytest.param(f"Po\x00lice \x01\x02 {SAID}", "3 x control character", id="zero and control characters"),
        pytest.param("e" + "\u0301" * 10_000 + SAID, None, id="10,000 combining marks"),
        pytest.param("\ufffe\uffff " + SAID, None, id="code points that are no characters"),
    ],
)
def test_odd_texts_are_kept_code_point_for_code_point(text: str, note: str | None) -> None:
    (result,) = articles([text.encode("utf-8")])
    assert isinstance(result, Received), result
    assert result.article.text == text
    assert any(line.startswith(note) for line in result.notes) if note else True


HEADS = st.sampled_from(
    [b"", b'{"text": "', b'{"id": 1}\n', b"[{", b"id,text\n", b'text;id\n"', b"\xff\xfe", b"\xef\xbb\xbf"]
)


@settings(deadline=None)  # the language model may load
@given(HEADS, st.binary(max_size=120) | st.text('{}[]",;:\n\r\x00 atext\\', max_size=80).map(str.encode))
def test_any_bytes_give_results_that_can_be_written(head: bytes, rest: bytes) -> None:
    results = list(articles([head + rest]))
    assert results
    for result in results:
        if isinstance(result, Received):
            assert result.article.text.strip()
            json.dumps([result.article.text, result.notes], ensure_ascii=False).encode("utf-8")
        else:
            assert result.reason
            json.dumps([result.name, result.reason, result.notes], ensure_ascii=False).encode("utf-8")


def test_a_fault_of_ours_in_one_input_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> NoReturn:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("sayso.read.reading.plain_text", faulty)
    broken, good = articles([SAID.encode(), f'{{"text": "{SAID}"}}'.encode()])
    assert isinstance(broken, Outcome)
    assert (broken.status, broken.reason) == ("failed", "reading stopped on ZeroDivisionError: oh")
    assert isinstance(good, Received)


def test_an_input_beyond_the_bound_is_refused_and_no_more_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.read.reading.MAX_BYTES", 1000)
    assert only(list(articles([SAID.encode() * 100]))).status == "too complex"


def test_a_line_beyond_the_bound_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.read.lines.MAX_BYTES", 1000)
    row = f'{{"text": "{SAID}"}}\n'.encode()
    long, good = articles([b'{"text": "' + b"a" * 5000 + b'"}\n' + row])
    assert isinstance(long, Outcome)
    assert (long.status, long.reason) == ("too complex", "line 1 is longer than 64 MiB")
    assert isinstance(good, Received)


def test_reading_opens_no_connection(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "a.txt").write_text("http://127.0.0.1/\n" + SAID)
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{SAID}", "url": "http://127.0.0.1/"}}')
    (tmp_path / "c.txt").write_text("La police a déclaré lundi que deux personnes ont été tuées dans la ville.")
    assert len(list(articles([tmp_path, "http://127.0.0.1/page.html"]))) == 4


def test_the_same_bytes_are_one_article_wherever_they_lie(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SAID)
    (tmp_path / "c.txt").write_text(SAID + " ")
    one, two, three = (r.article.id for r in articles([tmp_path]) if isinstance(r, Received))
    assert one == two != three


def test_importing_the_room_loads_no_heavy_library() -> None:
    heavy = ("trafilatura", "py3langid", "numpy", "lxml", "htmldate")
    code = f"import sys, sayso.read; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
