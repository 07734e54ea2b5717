"""GEOS answers for the workspace of test/oracle/cambridge-workspace.ts, in the workspace's own metric frame.

Made with Debian 12's gdal-bin 3.6.2 (PROJ 9.1.1) and python3-shapely 1.8.5 (GEOS 3.11.1):
    CHENTU_REAL_DATA=/path/to/real/data /usr/bin/python3 test/oracle/cambridge_answers.py > test/oracle/cambridge-answers.json

ogr2ogr projects to +proj=laea around the middle of the boundary's box; coordinates are rounded to
1 mm and made valid (linework) before anything is measured, as the product does. Only polygonal parts
are kept. Numbers alone are written: none of the data.
"""
import json
import os
import subprocess

from shapely.geometry import shape
from shapely.ops import transform, unary_union
from shapely.validation import make_valid

FOLDER = os.path.join(os.environ["CHENTU_REAL_DATA"], "cambridge")


def path_of(name):
    return os.path.join(FOLDER, name + ".geojson")


def positions(coordinates):
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for inner in coordinates:
            yield from positions(inner)


boundary_file = json.load(open(path_of("BOUNDARY_CityBoundary")))
corners = [p for f in boundary_file["features"] for p in positions(f["geometry"]["coordinates"])]
xs = [p[0] for p in corners]
ys = [p[1] for p in corners]
center = [round((min(xs) + max(xs)) / 2, 6), round((min(ys) + max(ys)) / 2, 6)]
LAEA = f"+proj=laea +lat_0={center[1]} +lon_0={center[0]} +ellps=WGS84 +units=m"


def polygonal(geometry):
    """The polygons in a geometry, as one geometry."""
    if geometry.geom_type == "GeometryCollection":
        return unary_union([polygonal(part) for part in geometry.geoms if part.area > 0])
    return geometry


def read(name, keep=lambda properties: True):
    raw = subprocess.run(
        ["ogr2ogr", "-f", "GeoJSON", "-s_srs", "EPSG:4326", "-t_srs", LAEA,
         "-lco", "COORDINATE_PRECISION=9", "/vsistdout/", path_of(name)],
        check=True, capture_output=True, text=True).stdout  # fmt: skip
    features = json.loads(raw)["features"]
    kept = []
    for row, feature in enumerate(features):
        if not keep(feature["properties"]):
            continue
        geometry = transform(lambda x, y, z=None: (round(x, 3), round(y, 3)), shape(feature["geometry"]))
        if geometry.geom_type.endswith("Polygon"):
            geometry = polygonal(geometry if geometry.is_valid else make_valid(geometry))
        kept.append((str(row), geometry))
    return kept


sites = read("CDD_SpecialPermitAreas", lambda p: p["CaseStatus"] == "Under construction")
parcels = read("DERIVED_vacant_industrial_parking_parcels_FY2014")
districts = read("DPW_StreetSweepingDistricts")
patrols = read("PUBLICSAFETY_PoliceCarRoutes")
roads = read("TRANS_MajorRoads")
boundary = unary_union([g for _, g in read("BOUNDARY_CityBoundary")])
hotspots = read("CDD_SpecialPermits")
areas = read("CDD_SpecialPermitAreas")


def coverage(sources, zones):
    union = unary_union([g for _, g in zones])
    answers = {}
    for name, geometry in sources:
        covered = geometry.intersection(union).area
        answers[name] = {
            "area": geometry.area,
            "covered": covered / geometry.area,
            "touching": sum(1 for _, zone in zones if geometry.intersection(zone).area > 1e-6),
        }
    return answers


def classes(answers):
    full = sum(1 for a in answers.values() if a["covered"] >= 0.99)
    none = sum(1 for a in answers.values() if a["covered"] <= 0.01)
    several = sum(1 for a in answers.values() if a["touching"] > 1)
    return {"full": full, "partial": len(answers) - full - none, "none": none, "several": several}


def overlaps(zones):
    pairs = []
    for i, (a, first) in enumerate(zones):
        for b, second in zones[i + 1 :]:
            shared = first.intersection(second)
            if shared.area > 0:
                smaller = min(first.area, second.area)
                perimeter = polygonal(shared).length
                pairs.append({"a": a, "b": b, "area": shared.area, "overOnePercent": shared.area > 0.01 * smaller,
                              "touching": 2 * shared.area < 0.002 * perimeter})  # fmt: skip
    return pairs


def gaps(zones):
    rest = boundary.difference(unary_union([g for _, g in zones]))
    pieces = list(rest.geoms) if hasattr(rest, "geoms") else [rest]
    kept = sorted((p for p in pieces if 2 * p.area >= 0.002 * p.length), key=lambda p: -p.area)
    # A circle of radius r fits inside exactly where a buffer of -r leaves something.
    material = [p.area for p in kept if p.area >= 20 and not p.buffer(-1, resolution=32).is_empty]
    return {"total": rest.area, "pieces": len(kept), "material": material}


def nearest_road(sources):
    lines = [g for _, g in roads]
    return {name: min(geometry.distance(line) for line in lines) for name, geometry in sources}


def unattended(zones):
    return sorted((name for name, g in hotspots if not any(z.intersects(g) for _, z in zones)), key=int)


def summarize(pairs):
    return {"pairs": len(pairs), "overOnePercent": sum(p["overOnePercent"] for p in pairs)}


site_cover = coverage(sites, districts)
parcel_cover = coverage(parcels, districts)
district_pairs = overlaps(districts)
answer = {
    "frame": center,
    "boundaryArea": boundary.area,
    "sites": {
        "districts": {"classes": classes(site_cover), "covered": site_cover},
        "patrols": {"covered": coverage(sites, patrols)},
        "road": nearest_road(sites),
    },
    "parcels": {
        "districts": {"classes": classes(parcel_cover), "covered": parcel_cover},
        "patrols": {"covered": coverage(parcels, patrols)},
        "road": nearest_road(parcels),
    },
    "districtOverlaps": {**summarize(district_pairs), "list": district_pairs},
    "patrolOverlaps": overlaps(patrols),
    "siteAreaOverlaps": summarize(overlaps(areas)),
    "gaps": {"districts": gaps(districts), "patrols": gaps(patrols)},
    "unattended": unattended(districts + patrols),
    "unattendedWithoutPatrols": unattended(districts),
}
print(json.dumps(answer, separators=(",", ":"), default=float).replace('},"', '},\n"'))
