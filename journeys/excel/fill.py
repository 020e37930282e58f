"""A unit fills its row in a program of its own, which writes the whole file anew: fill.py FILE CELL=VALUE …"""
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for pair in sys.argv[2:]:
    cell, _, value = pair.partition("=")
    number = value.replace(",", ".")
    sheet[cell] = float(number) if number.replace(".", "", 1).isdigit() else value
book.save(sys.argv[1])
