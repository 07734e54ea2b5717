"""GDAL's answers for the OpenStreetMap files among the real data: which elements are roads, sites, bare ground,
parks, dumps, receptors and boundaries, and where each position lies. Digests only: no data is copied.

Made with pyogrio 0.13.0 (its wheel carries GDAL) and shapely 2.1.2:
    python3 test/oracle/osm_answers.py $CHENTU_REAL_DATA/osm > test/oracle/osm-answers.json

A digest is the first 8 hex digits of the MD5 of the rings, each as its positions in units of 1e-7 degrees, which is
what OpenStreetMap stores; the script stops where GDAL's number is farther than 1e-9 degrees from such a unit. Rings of
areas begin at their least position and run to the lesser of its neighbours; rings are sorted.
"""
import hashlib
import json
import re
import sys
from pathlib import Path

import pyogrio
import shapely

FILES = ["beijing_haidian_tsinghua.osm", "guixi_jiangxi.osm", "monaco-latest.osm.pbf"]
CARRIAGEWAYS = set(
    "motorway trunk primary secondary tertiary motorway_link trunk_link primary_link secondary_link tertiary_link "
    "unclassified residential living_street service busway track road".split()
)
BARE = {"sand", "bare_soil", "bare_ground"}
AMENITIES = {"school", "kindergarten", "hospital", "clinic"}


def layers_of(tags):
    get = tags.get
    if get("landuse") == "construction" or get("building") == "construction":
        yield "construction"
    if get("landuse") == "brownfield" or get("natural") in BARE or get("landcover") in BARE:
        yield "brownfield"
    if get("landuse") == "industrial":
        yield "industrial"
    if get("landuse") in {"quarry", "landfill"} or get("man_made") == "spoil_heap":
        yield "quarry_landfill"
    if get("amenity") in AMENITIES:
        yield "receptors"
    if get("boundary") == "administrative":
        yield "boundaries"


def units(degrees):
    whole = round(degrees * 1e7)
    assert abs(degrees - whole / 1e7) < 1e-9, degrees
    return whole


def canonical(ring):
    ring = ring[:-1]
    least = min(range(len(ring)), key=lambda at: ring[at])
    ring = ring[least:] + ring[:least]
    return ring if ring[1] <= ring[-1] else [ring[0]] + ring[:0:-1]


def digest(geometry):
    positions = lambda line: [(units(x), units(y)) for x, y in line.coords]
    if geometry.geom_type in ("Point", "LineString"):
        rings = [positions(geometry)]
    else:
        rings = sorted(
            canonical(positions(ring)) for part in geometry.geoms for ring in [part.exterior, *part.interiors]
        )
    text = "|".join(";".join(f"{x},{y}" for x, y in ring) for ring in rings)
    return hashlib.md5(text.encode()).hexdigest()[:8]


def features(path, layer):
    meta, _, geometries, columns = pyogrio.raw.read(path, layer=layer)
    names = list(meta["fields"])
    for row, wkb in enumerate(geometries):
        tags = {name: columns[at][row] for at, name in enumerate(names) if columns[at][row] is not None}
        for key, value in re.findall(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"', tags.pop("other_tags", "")):
            tags[key] = value
        yield tags, shapely.from_wkb(wkb)


def answers(path):
    found = {}
    add = lambda layer, name, geometry: found.setdefault(layer, {}).__setitem__(name, digest(geometry))
    for tags, geometry in features(path, "lines"):
        if tags.get("highway") in CARRIAGEWAYS:
            add("roads", f"way/{tags['osm_id']}", geometry)
    for tags, geometry in features(path, "multipolygons"):
        name = f"relation/{tags['osm_id']}" if "osm_id" in tags else f"way/{tags['osm_way_id']}"
        for layer in layers_of(tags):
            add(layer, name, geometry)
    for tags, geometry in features(path, "points"):
        if tags.get("amenity") in AMENITIES:
            add("receptors", f"node/{tags['osm_id']}", geometry)
    return found


folder = Path(sys.argv[1])
result = {
    "gdal": ".".join(map(str, pyogrio.__gdal_version__)),
    "files": {name: answers(str(folder / name)) for name in FILES},
}
print(json.dumps(result, indent=1, sort_keys=True))
