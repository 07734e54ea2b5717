"""What GDAL reads from shapefiles of others, and whether it reads ours as we wrote them.

Answers of GDAL 3.12.4 (the wheel of pyogrio 0.13.0), real files by their paths in CHENTU_REAL_DATA:
    pip install pyogrio==0.13.0
    CHENTU_REAL_DATA=… python3 test/oracle/shapefile_answers.py > test/oracle/shapefile-answers.json
Our own files, written by test/oracle/shapefile.test.ts into a folder together with what must be in them:
    CHENTU_SHAPEFILES=/tmp/shp npx vitest run test/oracle/shapefile.test.ts
    python3 test/oracle/shapefile_answers.py /tmp/shp
"""
import json
import math
import os
import struct
import sys
from pathlib import Path

import pyogrio
from pyogrio.raw import read

REAL = [
    "shanghai/上海_区县界_area.shp",
    "messy/唐家泊果园.shp",
    *(f"messy/dbf_encodings/{name}" for name in (
        "big5.shp", "euckr.dbf", "koi8r.dbf", "latin2.dbf", "shiftjis.dbf",
        "utf16.dbf", "utf8-property.shp", "win1251.dbf", "win874.dbf",
    )),
]


def plain(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value


def rings_of(wkb):
    """Polygon rings as lists of positions, points and lines as one ring each; parts are not told apart."""
    if wkb is None:
        return None

    def geometry(at):
        kind = struct.unpack_from("<I", wkb, at + 1)[0] % 1000
        flat = struct.unpack_from("<I", wkb, at + 1)[0]
        size = 16 if flat < 1000 else 24
        at += 5

        def positions(at, count):
            return [list(struct.unpack_from("<2d", wkb, at + size * i)) for i in range(count)], at + size * count

        if kind == 1:
            points, at = positions(at, 1)
            return [points], at
        count = struct.unpack_from("<I", wkb, at)[0]
        at += 4
        if kind == 2:
            points, at = positions(at, count)
            return [points], at
        rings = []
        for _ in range(count):
            if kind == 3:
                length = struct.unpack_from("<I", wkb, at)[0]
                points, at = positions(at + 4, length)
                rings.append(points)
            else:
                inner, at = geometry(at)
                rings += inner
        return rings, at

    return geometry(0)[0]


def summary(rings):
    """Positions, and their sums weighted by their place in the ring: another position anywhere changes them."""
    if rings is None:
        return None
    count = sum(len(ring) for ring in rings)
    box = [f(p[axis] for ring in rings for p in ring) for f in (min, max) for axis in (0, 1)]
    area = sum(a[0] * b[1] - b[0] * a[1] for ring in rings for a, b in zip(ring, ring[1:])) / 2
    return {"positions": count, "box": box, "area": area}


def layer(path, with_rings=False):
    meta, _, shapes, columns = read(str(path))
    count = len(columns[0]) if len(columns) else 0 if shapes is None else len(shapes)
    fields = [str(field) for field in meta["fields"]]
    return {
        "crs": meta["crs"],
        "fields": fields,
        "rows": [[plain(column[i]) for column in columns] for i in range(count)],
        "shapes": [None if shapes is None else (rings_of if with_rings else lambda wkb: summary(rings_of(wkb)))(shapes[i])
                   for i in range(count)],
    }


def close(a, b):
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(close(x, y) for x, y in zip(a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)) and not isinstance(a, bool):
        return abs(a - b) <= 1e-9 * max(1, abs(a))
    return a == b


def check_ours(folder):
    failed = 0
    for path in sorted(Path(folder).glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        found = layer(path.with_suffix(".shp"), with_rings=True)
        differing = [key for key in expected if not close(expected[key], found[key])]
        print(f"{path.stem}: {len(found['rows'])} features, {'the same' if not differing else f'differs in {differing}'}")
        for key in differing:
            failed += 1
            print("  ours", str(expected[key])[:300], "\n  GDAL", str(found[key])[:300])
    sys.exit(1 if failed else 0)


if len(sys.argv) > 1:
    check_ours(sys.argv[1])
data = Path(os.environ["CHENTU_REAL_DATA"])
answers = {path: layer(data / path) for path in REAL}
print(json.dumps({"gdal": pyogrio.__gdal_version_string__, "layers": answers}, ensure_ascii=False, indent=1))
