"""What `make demo` says after the build: a few facts, their sentences, and what to open next."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(out: Path) -> None:
    """Print a handful of facts of each sort from OUT/facts.jsonl."""
    rows = [json.loads(line) for line in (out / "facts.jsonl").read_text("utf-8").splitlines()]
    print("\nWho held which post, by the examples:")
    for row, role in _first(rows, "roles", 8):
        when = role["date"] or row["meta"]["date"] or "undated"
        status = f" ({role['status']})" if role["status"] else ""
        print(f"  {when}  {role['person']} — {role['org'] or '–'} {role['role']}{status}")
        print(f"              「{role['evidence'][0]['quote']}」")
    print("\nWho took part in what:")
    for row, event in _first(rows, "events", 6):
        people = "、".join(f"{p['person']} ({p['as']})" for p in event["participants"])
        print(f"  {event['start'] or row['meta']['date'] or 'undated'}  {event['type']}: {people}")
    print(f"""
Look:   open {out}/graph.html in a browser (no network needed)
Ask:    .venv/bin/kg who {out} 山西省人民政府 副省长
        .venv/bin/kg person {out} 符晓岚
        .venv/bin/kg event {out} --help
Trust:  .venv/bin/kg validate {out}
Build:  .venv/bin/kg build YOUR_ARTICLES -o outputs/mine
Read:   docs/guide.md""")


def _first(rows: list[dict], kind: str, number: int) -> list[tuple[dict, dict]]:
    """One fact of each article before the second of any."""
    ranked = [(place, row, fact) for row in rows for place, fact in enumerate(row[kind])]
    return [(row, fact) for _, row, fact in sorted(ranked, key=lambda item: item[0])[:number]]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
