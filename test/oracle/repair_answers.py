"""GEOS answers for polygons that need repair, in plain metres.

Made with Debian 12's python3-shapely 1.8.5 (GEOS 3.11.1):
    /usr/bin/python3 test/oracle/repair_answers.py > test/oracle/repair-answers.json
"""
import json

from shapely import wkt
from shapely.validation import make_valid

SHAPES = {
    "bow-tie": "POLYGON((0 0,10 10,10 0,0 10,0 0))",
    "uneven bow-tie": "POLYGON((0 0,20 20,20 0,0 10,0 0))",
    "hole outside": "POLYGON((0 0,10 0,10 10,0 10,0 0),(20 20,20 25,25 25,25 20,20 20))",
    "hole crossing the shell": "POLYGON((0 0,10 0,10 10,0 10,0 0),(5 5,15 5,15 8,5 8,5 5))",
    "nested holes": "POLYGON((0 0,20 0,20 20,0 20,0 0),(2 2,2 18,18 18,18 2,2 2),(5 5,5 10,10 10,10 5,5 5))",
    "nested shells": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((2 2,8 2,8 8,2 8,2 2)))",
    "shell in another's hole": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,8 2,2 2)),((4 4,6 4,6 6,4 6,4 4)))",
    "spike": "POLYGON((0 0,10 0,10 5,30 5,10 5,10 10,0 10,0 0))",
    "duplicate points": "POLYGON((0 0,0 0,10 0,10 0,10 10,10 10,0 10,0 0,0 0))",
    "overlapping parts": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((5 5,15 5,15 15,5 15,5 5)))",
    "duplicate shells": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((0 0,10 0,10 10,0 10,0 0)))",
    "parts sharing an edge": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((10 0,20 0,20 10,10 10,10 0)))",
    "parts touching at a corner": "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((10 10,20 10,20 20,10 20,10 10)))",
    "ring touching itself": "POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))",
    "hole touching the shell": "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 5,3 7,3 3,0 5))",
    "flat": "POLYGON((0 0,10 0,20 0,0 0))",
    "the same ring twice over": "POLYGON((0 0,10 0,10 10,0 10,0 0,10 0,10 10,0 10,0 0))",
}


def polygons(geometry):
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [polygon for part in getattr(geometry, "geoms", []) for polygon in polygons(part)]


answers = []
for name, text in SHAPES.items():
    shape = wkt.loads(text)
    parts = polygons(make_valid(shape))
    answers.append(
        {
            "name": name,
            "geometry": json.loads(json.dumps(shape.__geo_interface__)),
            "valid": shape.is_valid,
            "parts": len(parts),
            "holes": sum(len(part.interiors) for part in parts),
            "area": sum(part.area for part in parts),
            "perimeter": sum(part.length for part in parts),
        }
    )
print("[\n" + ",\n".join(json.dumps(answer) for answer in answers) + "\n]")
