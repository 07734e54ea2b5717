"""A GeoPackage as GDAL writes one, of an invented ledger: packed, with what GDAL reads from it.

Made with pyogrio 0.13.0 (its wheel carries GDAL 3.12.4):
    python3 test/oracle/make-gdal-geopackage.py > test/oracle/gdal-geopackage.json
"""
import base64
import gzip
import json
import os
import struct
import tempfile

import pyogrio


def box(lon, lat, size):
    return [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]


def positions_of(wkb, at=0):
    """x, y, x, y … of a polygon or several; and where the bytes after them begin."""
    kind, count = struct.unpack_from("<II", wkb, at + 1)
    at += 9
    found = []
    for _ in range(count):
        if kind == 6:
            part, at = positions_of(wkb, at)
            found += part
            continue
        (length,) = struct.unpack_from("<I", wkb, at)
        found += struct.unpack_from(f"<{2 * length}d", wkb, at + 4)
        at += 4 + 16 * length
    return found, at


def geometry_of(at):
    if at == 5:
        return None
    if at == 3:
        return {"type": "MultiPolygon", "coordinates": [[box(113.03, 34, 0.008)], [box(113.43, 34, 0.008)]]}
    rings = [box(113 + at / 100, 34, 0.008)] + ([box(113.002 + at / 100, 34.002, 0.002)] if at == 2 else [])
    return {"type": "Polygon", "coordinates": rings}


features = [
    {
        "type": "Feature",
        "properties": {
            "编号": f"00{at}",
            "名称": None if at == 6 else f"{at}号地块",
            "面积": 12.5 * at,
            "层数": at,
            "日期": f"2026-03-{at + 1:02d}",
        },
        "geometry": geometry_of(at),
    }
    for at in range(8)
]

with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "地块.geojson")
    with open(source, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)
    meta, _, geometry, columns = pyogrio.raw.read(source)
    target = os.path.join(folder, "parcels.gpkg")
    pyogrio.raw.write(
        target, geometry, columns, meta["fields"], layer="地块", geometry_type="Unknown", crs="EPSG:4490", driver="GPKG"
    )
    meta, fids, geometry, columns = pyogrio.raw.read(target, return_fids=True)
    with open(target, "rb") as file:
        packed = gzip.compress(file.read(), 9, mtime=0)
    rows = [
        [int(fid), *[None if v is None or v != v else (v if isinstance(v, str) else str(v) if "datetime" in str(type(v)) else float(v)) for v in row]]
        for fid, row in zip(fids, zip(*[c.tolist() for c in columns]))
    ]
    print(
        json.dumps(
            {
                "gpkg": base64.b64encode(packed).decode(),
                "crs": meta["crs"],
                "fields": ["fid", *meta["fields"].tolist()],
                "rows": rows,
                "positions": [[] if g is None else positions_of(g)[0] for g in geometry],
            },
            ensure_ascii=False,
            indent=1,
        )
    )
