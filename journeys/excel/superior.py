"""A workbook as a provincial office sends it: merged headings, styles, formulas, a second sheet. Made by another program."""
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

units = sys.argv[2:]
book = Workbook()
sheet = book.active
sheet.title = "Biểu 01"
sheet.merge_cells("A1:H1")
sheet["A1"] = "RÀ SOÁT TỔ TỰ QUẢN, NHÀ VĂN HOÁ (số liệu minh hoạ)"
sheet["A1"].font = Font(name="Times New Roman", size=14, bold=True)
sheet["A1"].alignment = Alignment(horizontal="center")
for span, text in {"A3:A4": "STT", "B3:B4": "Đơn vị", "C3:D3": "Tổ tự quản", "E3:F3": "Nhà văn hoá", "G3:G4": "Tỷ lệ", "H3:H4": "Ghi chú"}.items():
    sheet.merge_cells(span)
    sheet[span.split(":")[0]] = text
for cell, text in {"C4": "Tổng số", "D4": "Hoạt động tốt", "E4": "Tổng số", "F4": "Rộng (m²)"}.items():
    sheet[cell] = text
thin = Side(style="thin")
for row in sheet["A3:H4"]:
    for cell in row:
        cell.font = Font(name="Times New Roman", bold=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
first = 5
for i, unit in enumerate(units):
    row = first + i
    sheet[f"A{row}"] = i + 1
    sheet[f"B{row}"] = unit
    sheet[f"G{row}"] = f'=IF(C{row}="","",D{row}/C{row})'
    sheet[f"G{row}"].number_format = "0.0%"
    sheet[f"F{row}"].number_format = "#,##0.00"
    for cell in sheet[f"A{row}:H{row}"][0]:
        cell.font = Font(name="Times New Roman", size=12)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
last = first + len(units) - 1
sheet[f"B{last + 1}"] = "Cộng"
for letter in "CDEF":
    sheet[f"{letter}{last + 1}"] = f"=SUM({letter}{first}:{letter}{last})"
    sheet[f"{letter}{last + 1}"].font = Font(name="Times New Roman", bold=True, color="C00000")
sheet.freeze_panes = "C5"
for letter, width in {"A": 6, "B": 28, "H": 34}.items():
    sheet.column_dimensions[letter].width = width
sheet.row_dimensions[3].height = 27
sheet["C4"].comment = Comment("Đếm cả tổ mới lập.", "Văn phòng tỉnh")
sheet.conditional_formatting.add(f"G{first}:G{last}", CellIsRule(operator="lessThan", formula=["0.5"], fill=PatternFill("solid", bgColor="F8CBAD")))
valid = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
valid.add(f"C{first}:E{last}")
sheet.add_data_validation(valid)
other = book.create_sheet("Giải thích")
other["A1"] = "Tổ tự quản: tổ do bà con lập, có quy ước."
other["B2"] = f"='Biểu 01'!C{last + 1}"
book.defined_names.append(DefinedName("tong_so", attr_text=f"'Biểu 01'!$C${last + 1}"))
chart = BarChart()
chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=last), titles_from_data=True)
other.add_chart(chart, "D4")
book.save(sys.argv[1])
