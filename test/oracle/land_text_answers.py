"""Places of Gauss-Krüger coordinates by PROJ 9.5.1, for src/formats/land-text.

pip install pyproj==3.7.2 && python test/oracle/land_text_answers.py > test/oracle/land-text-answers.json
"""

import json

from pyproj import Transformer

CASES = [
    ["EPSG:4525", 37512345.67, 3845678.91],
    ["EPSG:4546", 512345.67, 3845678.91],
    ["EPSG:4526", 38383243.971, 2582988.976],
    ["EPSG:4528", 40520986.477, 3353189.181],
    ["EPSG:4549", 520986.477, 3353189.181],
    ["EPSG:4497", 19436000.5, 3841310.7],
    ["EPSG:4508", 436000.5, 3841310.7],
    ["EPSG:4513", 25500000.0, 4400000.0],
    ["EPSG:4533", 45412345.5, 5321000.25],
]

answers = []
for crs, x, y in CASES:
    lon, lat = Transformer.from_crs(crs, "EPSG:4490", always_xy=True).transform(x, y)
    answers.append({"crs": crs, "x": x, "y": y, "lon": lon, "lat": lat})
print(json.dumps(answers, indent=1))
