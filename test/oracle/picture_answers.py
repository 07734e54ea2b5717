"""Makes the small orthophotos of the tests, and what GDAL draws of one map tile from each.

    python3 -m pip install --target /tmp/pyogrio pyogrio numpy
    PYTHONPATH=/tmp/pyogrio python3 test/oracle/picture_answers.py

The GDAL library that comes with pyogrio is called directly: it reads and warps pictures too.
"""
import ctypes
import glob
import json
import math
import os

import numpy as np
import pyogrio

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "fixtures", "pictures")
PACKAGE = os.path.dirname(pyogrio.__file__)
os.environ.setdefault("PROJ_DATA", os.path.join(PACKAGE, "proj_data"))
os.environ.setdefault("PROJ_LIB", os.path.join(PACKAGE, "proj_data"))
gdal = ctypes.CDLL(glob.glob(PACKAGE + ".libs/libgdal*")[0])
for name in ("GDALOpen", "GDALCreate", "GDALGetDriverByName", "GDALGetRasterBand", "GDALWarp", "GDALTranslate",
             "GDALWarpAppOptionsNew", "GDALTranslateOptionsNew", "GDALCreateCopy", "OSRNewSpatialReference"):
    getattr(gdal, name).restype = ctypes.c_void_p
gdal.GDALAllRegister()
P = ctypes.c_void_p
BYTE, UINT16 = 1, 2


def words(items):
    array = (ctypes.c_char_p * (len(items) + 1))()
    for index, item in enumerate(items):
        array[index] = item.encode()
    return array


def create(path, values, kind, transform, epsg, no_data=None, alpha=False):
    """values: rows, columns, bands. Written as a plain file first, then as a cloud-optimised one."""
    rows, columns, bands = values.shape
    memory = P(gdal.GDALCreate(P(gdal.GDALGetDriverByName(b"MEM")), b"", columns, rows, bands, kind, None))
    gdal.GDALSetGeoTransform(memory, (ctypes.c_double * 6)(*transform))
    srs = P(gdal.OSRNewSpatialReference(None))
    assert gdal.OSRImportFromEPSG(srs, epsg) == 0
    gdal.GDALSetSpatialRef(memory, srs)
    for band in range(bands):
        handle = P(gdal.GDALGetRasterBand(memory, band + 1))
        plane = np.ascontiguousarray(values[:, :, band])
        gdal.GDALRasterIO(handle, 1, 0, 0, columns, rows, plane.ctypes.data_as(P), columns, rows, kind, 0, 0)
        if no_data is not None:
            gdal.GDALSetRasterNoDataValue(handle, ctypes.c_double(no_data))
        # GCI_RedBand 3, green 4, blue 5, alpha 6; grey 1.
        gdal.GDALSetRasterColorInterpretation(handle, 1 if bands == 1 else 3 + band)
    options = words(["COMPRESS=DEFLATE", "BLOCKSIZE=128", "OVERVIEW_RESAMPLING=AVERAGE", "OVERVIEWS=AUTO", "LEVEL=9", "PREDICTOR=YES"])
    made = P(gdal.GDALCreateCopy(P(gdal.GDALGetDriverByName(b"COG")), path.encode(), memory, 0, options, None, None))
    gdal.GDALClose(made)
    gdal.GDALClose(memory)


def tile_bounds(z, x, y):
    edge = 20037508.342789244
    side = 2 * edge / 2**z
    return -edge + x * side, edge - (y + 1) * side, -edge + (x + 1) * side, edge - y * side


def warp(path, z, x, y, bands, kind):
    source = P(gdal.GDALOpen(path.encode(), 0))
    west, south, east, north = tile_bounds(z, x, y)
    # -et 0: every pixel is transformed, nothing is interpolated. -ovr NONE: from the full picture.
    arguments = ["-of", "MEM", "-t_srs", "EPSG:3857", "-te", repr(west), repr(south), repr(east), repr(north),
                 "-ts", "256", "256", "-r", "bilinear", "-et", "0", "-ovr", "NONE"]
    options = P(gdal.GDALWarpAppOptionsNew(words(arguments), None))
    error = ctypes.c_int(0)
    made = P(gdal.GDALWarp(b"", None, 1, (P * 1)(source), options, ctypes.byref(error)))
    out = np.zeros((bands, 256, 256), dtype=np.uint8 if kind == BYTE else np.uint16)
    for band in range(bands):
        handle = P(gdal.GDALGetRasterBand(made, band + 1))
        gdal.GDALRasterIO(handle, 0, 0, 0, 256, 256, out[band].ctypes.data_as(P), 256, 256, kind, 0, 0)
    gdal.GDALClose(made)
    gdal.GDALClose(source)
    return out


def samples(out):
    """Every 17th pixel both ways: [column, row, band values]."""
    return [[c, r, [int(out[b, r, c]) for b in range(out.shape[0])]] for r in range(4, 256, 17) for c in range(4, 256, 17)]


def tile_of(lon, lat, z):
    n = 2**z
    return int((lon + 180) / 360 * n), int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)


def main():
    os.makedirs(OUT, exist_ok=True)
    rows, columns = 300, 360
    r, c = np.mgrid[0:rows, 0:columns]
    colors = np.stack([
        np.abs((2 * c) % 400 - 200) + 20,
        np.abs((2 * r) % 360 - 180) + 40,
        (c + r) // 4 + 30,
        np.where((c - 180) ** 2 + (r - 150) ** 2 < 140**2, 255, 0),
    ], axis=2).astype(np.uint8)
    # CGCS2000 3-degree zone around 114 E (EPSG:4547), turned by three degrees, half a metre to a pixel.
    turn = math.radians(3)
    east, north, size = 466800.0, 3846400.0, 0.5
    transform = (east, size * math.cos(turn), size * math.sin(turn), north, size * math.sin(turn), -size * math.cos(turn))
    ortho = os.path.join(OUT, "ortho-4547.tif")
    create(ortho, colors, BYTE, transform, 4547)
    # Sixteen bits in UTM 49 (EPSG:32649), nothing where the value is 0.
    values = (1000 + 20 * c + 10 * r).astype(np.uint16)[:, :, None]
    values[:60, :80, 0] = 0
    deep = os.path.join(OUT, "deep-32649.tif")
    create(deep, values, UINT16, (740000.0, 2.0, 0.0, 3848000.0, 0.0, -2.0), 32649, no_data=0)
    answers = {}
    for path, (lon, lat), z, bands, kind in (
        (ortho, (113.63831, 34.74470), 18, 4, BYTE),
        (ortho, (113.63831, 34.74470), 20, 4, BYTE),
        (deep, (113.62553, 34.74315), 16, 1, UINT16),
    ):
        x, y = tile_of(lon, lat, z)
        file = os.path.basename(path)
        answers[f"{file} {z}"] = {"file": file, "z": z, "x": x, "y": y, "pixels": samples(warp(path, z, x, y, bands, kind))}
    with open(os.path.join(HERE, "picture-answers.json"), "w") as file:
        json.dump(answers, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
