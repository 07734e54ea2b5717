"""What GDAL finds in files of others: counts, fields, sums and samples of coordinates. Numbers alone, none of the data.

Made with pyogrio 0.13.0 (its wheel carries GDAL 3.12.4) and numpy:
    CHENTU_REAL_DATA=/path/to/real/data python3 test/oracle/make-gdal-answers.py FOLDER > test/oracle/gdal-answers.json

FOLDER receives the GeoPackages that GDAL writes from two of the files; gdal.test.ts reads them there if
CHENTU_GDAL_FILES names it.
"""
import json
import os
import struct
import sys
import warnings

import numpy
import pyogrio

warnings.filterwarnings("ignore")
DATA = os.environ["CHENTU_REAL_DATA"]
SAMPLES = 5

FILES = [
    "cambridge/DPW_StreetSweepingRoads.geojson",
    "san-francisco/street_sweeping_NoPa_Richmond.geojson",
    "shanghai/datav_GCJ02_310000_districts.json",
    "cambridge/ASSESSING_ParcelsFY2014.fgb",
] + [
    f"messy/kml_gpx/{name}"
    for name in [
        "addresses.kml", "gxmultitrack.kml", "linear_ring.kml", "multigeometry_discrete.kml", "polygon.kml",
        "simpledata.kml", "styles.kml", "timespan.kml",
        "osm.gpx", "run.gpx", "trek.gpx", "wpt.gpx",
    ]
]  # fmt: skip
# GPX comes as several layers; the positions of tracks and routes once more as points are left aside.
GPX_LAYERS = ["waypoints", "tracks", "routes"]


def answers_of(path, layer):
    meta, _, geometry, columns = pyogrio.raw.read(path, layer=layer)
    shapes = [positions_of(wkb) for wkb in geometry]
    coordinates = numpy.array([position for shape in shapes for position in shape]).reshape(-1, 2)
    counts = numpy.array([len(shape) for shape in shapes])
    rows = numpy.flatnonzero(counts)
    sampled = sorted({int(rows[i]) for i in numpy.linspace(0, len(rows) - 1, SAMPLES).astype(int)}) if len(rows) else []
    fields = {}
    for name, values in zip(meta["fields"], columns):
        plain = [plain_of(v) for v in values]
        filled = [v for v in plain if v is not None and v == v and v != ""]
        if filled:
            fields[name] = describe(filled)
    return {
        "features": len(geometry),
        "withoutGeometry": int((counts == 0).sum()),
        "positions": len(coordinates),
        "sums": [float(coordinates[:, 0].sum()), float(coordinates[:, 1].sum())],
        "samples": [[row, *shapes[row][-1]] for row in sampled],
        "fields": fields,
    }


def positions_of(wkb):
    """All x, y of well-known binary as GDAL writes it: little-endian, Z by type or flag. Lines of one position are let through."""
    found = []
    at = 0

    def read(form):
        nonlocal at
        values = struct.unpack_from("<" + form, wkb, at)
        at += struct.calcsize("<" + form)
        return values

    def geometry():
        _, number = read("BI")
        kind, level = (number & 0xFFFF) % 1000, (number & 0xFFFF) // 1000
        size = 3 if number & 0x80000000 else (2, 3, 3, 4)[level]
        if kind == 1:
            x, y = read("d" * size)[:2]
            if x == x:
                found.append((x, y))
        elif kind in (2, 3):
            for _ in range(read("I")[0] if kind == 3 else 1):
                for _ in range(read("I")[0]):
                    found.append(read("d" * size)[:2])
        else:
            for _ in range(read("I")[0]):
                geometry()

    if wkb:
        geometry()
    return found


def plain_of(value):
    """A value as JSON has it; lists as compact text, as the product keeps them."""
    if isinstance(value, numpy.ndarray):
        return json.dumps(value.tolist(), separators=(",", ":"))
    if isinstance(value, numpy.datetime64):
        return None if numpy.isnat(value) else str(value)
    return value.item() if isinstance(value, numpy.generic) else value


def describe(filled):
    """Numbers by their sum, anything else by the characters that it takes as text."""
    if all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in filled):
        return {"filled": len(filled), "sum": float(sum(filled))}
    return {"filled": len(filled), "characters": sum(len(str(v)) for v in filled)}


def make_package(source, target, layer, **options):
    """A GeoPackage of GDAL's own making."""
    if os.path.exists(target):
        os.remove(target)
    meta, _, geometry, columns = pyogrio.raw.read(source, **options)
    kind = "MultiPolygon" if meta["geometry_type"] != "Polygon" else "Unknown"
    pyogrio.raw.write(
        target, geometry, columns, fields=meta["fields"], geometry_type=kind, crs=meta["crs"], layer=layer,
        driver="GPKG", promote_to_multi=kind == "MultiPolygon",
    )  # fmt: skip


def main():
    folder = sys.argv[1]
    answers = {}
    for name in FILES:
        path = os.path.join(DATA, name)
        layers = GPX_LAYERS if name.endswith(".gpx") else [layer for layer, _ in pyogrio.list_layers(path)]
        answers[name] = {layer.strip(): answers_of(path, layer) for layer in layers}
    packages = {
        "neighborhoods.gpkg": ("cambridge/BOUNDARY_CDDNeighborhoods.geojson", "街区", {}),
        "shanghai.gpkg": ("shanghai/上海_区县界_area.shp", "上海_区县界", {"encoding": "gbk"}),
    }
    for name, (source, layer, options) in packages.items():
        path = os.path.join(folder, name)
        make_package(os.path.join(DATA, source), path, layer, **options)
        answers[name] = {layer: answers_of(path, layer)}
    json.dump(answers, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
