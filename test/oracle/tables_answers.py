"""Answers of GDAL and openpyxl about tables, and the workbooks they were asked about.

    pip install pyogrio openpyxl
    python test/oracle/tables_answers.py [folder of real data] > test/oracle/tables-answers.json

Without the folder the answers about real files are left out. GDAL (3.12.4) takes days of the 1904 system for
those of the 1900 one, and knows neither titles nor merged cells: about these openpyxl was asked.
"""

import base64
import datetime
import io
import json
import pathlib
import sys
import tempfile

import openpyxl
import pyogrio
import pyogrio.raw
import shapely


def save(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def plain(value):
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, (datetime.datetime, datetime.date)):
        text = value.isoformat()
        return text.replace("T00:00:00", "")
    return value


def plain_book(epoch=None):
    """A table as programs write it, which GDAL reads too."""
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "规整"
    sheet.append(["名称", "数量", "面积", "日期", "时刻", "是否", "文本数", "空", "经度", "纬度"])
    for i in range(8):
        sheet.append(
            [
                f"第{i}块<&>\n\"x\"",
                i * 3 - 4,
                i / 7 + 0.1,
                datetime.date(1999 + i * 5, 1 + i, 28),
                datetime.datetime(2026, 11, 23, i * 3, 7 * i, 11 * i % 60),
                i % 3 == 0,
                f"00{i}",
                None,
                113 + i / 9,
                34 + i / 11,
            ]
        )
        row = sheet.max_row
        sheet.cell(row, 4).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 5).number_format = "yyyy/mm/dd hh:mm:ss"
    return book


def of_gdal(bytes_, suffix, layer, **options):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / f"table{suffix}"
        path.write_bytes(bytes_)
        meta, _, _, columns = pyogrio.raw.read(path, layer=layer, read_geometry=False, datetime_as_string=True, **options)
    return {name: [plain(value) for value in column] for name, column in zip(meta["fields"], columns)}


def ledger_book():
    """A ledger as offices keep it: titles, a header in two rows, merged cells, a total."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet["A1"] = "云河区裸土台账"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "填报单位：云河区"
    sheet["E2"] = "日期：2026-11-23"
    for column, name in enumerate(["序号", "责任单位", "位置", None, "面积\n（亩）", "发现日期"], 1):
        sheet.cell(3, column, name)
    sheet.merge_cells("C3:D3")
    sheet["C4"], sheet["D4"] = "经度", "纬度"
    for letter in "ABEF":
        sheet.merge_cells(f"{letter}3:{letter}4")
    for i in range(9):
        row = 5 + i
        sheet.cell(row, 1, i + 1)
        if i % 3 == 0:
            sheet.cell(row, 2, f"单位{i // 3}")
            sheet.merge_cells(start_row=row, end_row=row + 2, start_column=2, end_column=2)
        sheet.cell(row, 3, 113.5 + i / 64)
        sheet.cell(row, 4, 34.5 + i / 128)
        sheet.cell(row, 5, 2.5 * i)
        sheet.cell(row, 6, datetime.datetime(2026, 11, 1 + i, 8, 30)).number_format = "yyyy-m-d h:mm"
    sheet.cell(14, 1, "合计")
    sheet.cell(14, 5, 90)
    return book


def of_openpyxl(bytes_, rows):
    """The values of a sheet's rows, merged cells filled down by the areas that openpyxl reports."""
    sheet = openpyxl.load_workbook(io.BytesIO(bytes_)).active
    values = [[plain(cell.value) for cell in row] for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row)]
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            values[row - 1][area.min_col - 1] = values[area.min_row - 1][area.min_col - 1]
    return [values[row - 1] for row in rows]


def real_file(path, **options):
    meta, _, geometry, columns = pyogrio.raw.read(path, **options)
    shapes = shapely.from_wkb(geometry) if geometry is not None else []
    positions = shapely.get_coordinates(shapes)
    return {
        "features": len(columns[0]),
        "filled": {
            name: int(sum(1 for value in column if value not in (None, "")))
            for name, column in zip(meta["fields"], columns)
        },
        "positions": len(positions),
        "sums": [float(total) for total in positions.sum(axis=0)] if len(positions) else [],
    }


def main():
    plain_bytes, mac_bytes = save(plain_book()), save(plain_book(openpyxl.utils.datetime.CALENDAR_MAC_1904))
    ledger_bytes = save(ledger_book())
    csv_text = "编号,数量,名称,lon,lat\n007,1,\"a,\"\"b\"\"\n二\",113.6,34.7\n008,2.50,,113.7,34.8\n"
    answers = {
        "plain": {"xlsx": base64.b64encode(plain_bytes).decode(), "gdal": of_gdal(plain_bytes, ".xlsx", "规整")},
        "mac": {"xlsx": base64.b64encode(mac_bytes).decode(), "openpyxl": of_openpyxl(mac_bytes, range(2, 10))},
        "ledger": {"xlsx": base64.b64encode(ledger_bytes).decode(), "openpyxl": of_openpyxl(ledger_bytes, range(5, 14))},
        "csv": {"text": csv_text, "gdal": of_gdal(csv_text.encode(), ".csv", None)},
        "real": {},
    }
    if len(sys.argv) > 1:
        folder = pathlib.Path(sys.argv[1])
        named = {"X_POSSIBLE_NAMES": "longitude,lng,lon,经度,*lng*,*lon*", "Y_POSSIBLE_NAMES": "latitude,lat,纬度,*lat*"}
        for path in sorted(folder.glob("hotspots/*.csv")) + sorted(folder.glob("shanghai/*.csv")):
            answers["real"][str(path.relative_to(folder))] = real_file(path, **named)
        for path in sorted(folder.glob("san-francisco/*.csv")):
            answers["real"][str(path.relative_to(folder))] = real_file(
                path, GEOM_POSSIBLE_NAMES="*geom*,*line*,*wkt*,*shape*", KEEP_GEOM_COLUMNS="YES"
            )
    json.dump(answers, sys.stdout, ensure_ascii=False, indent=1)


main()
