"""What differs between two workbooks, as JSON: cells and their looks, sheets, merged ranges, widths, rules, parts of the file."""
import json
import sys
import zipfile

from openpyxl import load_workbook


def looks(cell):
    return [str(part) for part in (cell.number_format, cell.font.name, cell.font.sz, cell.font.b, cell.fill.fgColor.rgb, cell.border.left.style, cell.alignment.horizontal)]


def around(sheet):
    return {
        "merged": sorted(str(one) for one in sheet.merged_cells.ranges),
        "widths": {key: one.width for key, one in sheet.column_dimensions.items()},
        "heights": {key: one.height for key, one in sheet.row_dimensions.items() if one.height},
        "frozen": sheet.freeze_panes,
        "rules": sorted(str(one.sqref) for one in sheet.conditional_formatting),
        "checks": sorted(str(one.sqref) for one in sheet.data_validations.dataValidation),
        "comments": {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment},
    }


before, after = (load_workbook(path) for path in sys.argv[1:3])
cells, restyled, elsewhere = {}, [], []
if before.sheetnames != after.sheetnames:
    elsewhere.append("sheets")
for old, new in zip(before, after):
    if around(old) != around(new):
        elsewhere.append(old.title)
    for row in range(1, max(old.max_row, new.max_row) + 1):
        for column in range(1, max(old.max_column, new.max_column) + 1):
            a, b = old.cell(row, column), new.cell(row, column)
            if a.value != b.value:
                cells[f"{old.title}!{b.coordinate}"] = b.value
            if looks(a) != looks(b):
                restyled.append(f"{old.title}!{b.coordinate}")
parts = [zipfile.ZipFile(path) for path in sys.argv[1:3]]
names = [sorted(one.namelist()) for one in parts]
changed = [name for name in names[0] if name in names[1] and parts[0].read(name) != parts[1].read(name)]
print(json.dumps({"cells": cells, "restyled": restyled, "elsewhere": elsewhere, "parts": names[0] != names[1], "changed": changed}, ensure_ascii=False))
