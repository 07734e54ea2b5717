"""GEOS answers for small made-up districts on a coarse grid: shared borders, touching corners, holes, slivers.

Made with Debian 12's python3-shapely 1.8.5 (GEOS 3.11.1), in plain metres:
    /usr/bin/python3 test/oracle/grid_answers.py > test/oracle/grid-answers.json
"""
import json
import math
import random

from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping
from shapely.ops import unary_union

STEP = 20
SIZE = 30


def at(random_, low=0, high=SIZE):
    return random_.randint(low, high) * STEP


def rectangle(random_, longest):
    x, y = at(random_), at(random_)
    return box(x, y, x + STEP * random_.randint(1, longest), y + STEP * random_.randint(1, longest))


def star(random_, reach):
    """A polygon around a grid point, its corners on the grid; valid or None."""
    x, y = at(random_), at(random_)
    corners = []
    for i in range(random_.randint(4, 10)):
        angle = 2 * math.pi * (i + random_.random()) / 10
        radius = reach * STEP * (0.3 + 0.7 * random_.random())
        corners.append((x + round(radius * math.cos(angle) / STEP) * STEP, y + round(radius * math.sin(angle) / STEP) * STEP))
    if len(set(corners)) < 3:
        return None
    polygon = Polygon(corners)
    return polygon if polygon.is_valid and polygon.area > 0 else None


def with_hole(polygon):
    """The same with a diamond cut out around a point inside."""
    p = polygon.representative_point()
    x, y = round(p.x), round(p.y)
    hole = Polygon([(x + 7, y), (x, y + 7), (x - 7, y), (x, y - 7)])
    return polygon.difference(hole) if polygon.buffer(-1).contains(hole) else polygon


def shape(random_, reach):
    while True:
        made = rectangle(random_, reach) if random_.random() < 0.5 else star(random_, reach)
        if made is None:
            continue
        if random_.random() < 0.3:
            made = with_hole(made)
        if random_.random() < 0.2:
            other = rectangle(random_, 2)
            if made.disjoint(other):
                made = MultiPolygon([*getattr(made, "geoms", [made]), other])
        return made


def slab(x0, x1):
    return box(x0, 0, x1, SIZE * STEP)


def district(seed):
    random_ = random.Random(seed)
    zones = [shape(random_, 8) for _ in range(12)]
    # Borders redrawn by two offices: strips of 1 mm (touching), 1 m (sliver) and 3 m (material).
    zones += [slab(700, 760), slab(759.999, 800), slab(799, 830), slab(827, 860)]
    sources = [shape(random_, 4) for _ in range(60)]
    sources += [Point(at(random_), at(random_)) for _ in range(15)]
    sources += [LineString([(at(random_), at(random_)) for _ in range(3)]) for _ in range(15)]
    sources += [box(750, 20, 770, 40), box(795, 20, 805, 40), box(855, 20, 870, 40)]
    routes = [LineString([(at(random_), at(random_)) for _ in range(random_.randint(2, 4))]) for _ in range(3)]
    hotspots = [Point(at(random_), at(random_)) for _ in range(80)]
    boundary = box(-10, -10, 900, SIZE * STEP + 10)
    return zones, sources, routes, hotspots, boundary


def covered(source, union):
    if source.geom_type == "Point":
        return 1.0 if source.intersects(union) else 0.0
    inside = source.intersection(union)
    return inside.area / source.area if source.area > 0 else inside.length / source.length


def is_material(geometry):
    return geometry.area >= 20 and not geometry.buffer(-1, resolution=64).is_empty


def is_touch(geometry):
    return geometry.area == 0 or 2 * geometry.area < 0.002 * geometry.length


def polygonal(geometry):
    parts = [p for p in getattr(geometry, "geoms", [geometry]) if p.geom_type == "Polygon"]
    return MultiPolygon(parts)


def overlaps(zones):
    pairs = []
    for i, a in enumerate(zones):
        for j in range(i + 1, len(zones)):
            shared = polygonal(a.intersection(zones[j]))
            if not is_touch(shared):
                pairs.append({"a": i, "b": j, "area": shared.area, "material": is_material(shared)})
    return pairs


def answer(seed):
    zones, sources, routes, hotspots, boundary = district(seed)
    union = unary_union(zones)
    rest = boundary.difference(union)
    pieces = [p for p in getattr(rest, "geoms", [rest]) if not is_touch(p)]
    return {
        "seed": seed,
        "zones": [mapping(z) for z in zones],
        "sources": [mapping(s) for s in sources],
        "routes": [mapping(r) for r in routes],
        "hotspots": [mapping(h) for h in hotspots],
        "boundary": mapping(boundary),
        "covered": [covered(s, union) for s in sources],
        "areas": [s.area for s in sources],
        "lengths": [s.length if s.geom_type == "LineString" else 0 for s in sources],
        "inZones": [sum(1 for z in zones if s.intersection(z).area > 1e-6) for s in sources],
        "road": [min(s.distance(r) for r in routes) for s in sources],
        "overlaps": overlaps(zones),
        "gaps": sorted((p.area for p in pieces if is_material(p)), reverse=True),
        "gapSlivers": sum(1 for p in pieces if not is_material(p)),
        "uncovered": rest.area,
        "unattended": [i for i, h in enumerate(hotspots) if not h.intersects(union)],
    }


print("[\n" + ",\n".join(json.dumps(answer(seed)) for seed in range(1, 7)) + "\n]")
