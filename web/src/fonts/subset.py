# Makes the two font files of the pages: Vietnamese and Latin in one file per weight, with figures of equal width.
# python3 subset.py <folder of the woff2 files of @fontsource/be-vietnam-pro>   (Debian: fonttools, python3-brotli)
import sys
import tempfile
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0xFF), (0x1EA0, 0x1EF9)]
SINGLES = ('0102 0103 0110 0111 0128 0129 0168 0169 01A0 01A1 01AF 01B0 0300 0301 0303 0309 0323 20AB '
           '2013 2014 2018 2019 201C 201D 2022 2026 2212')
WANTED = [c for a, b in RANGES for c in range(a, b + 1)] + [int(c, 16) for c in SINGLES.split()]
FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']


def subset(font: TTFont, characters: list[int] | None) -> None:
    options = Options(hinting=False, layout_features=FEATURES + ['tnum'], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters or list(font.getBestCmap()))
    subsetter.subset(font)


def tabular_figures(font: TTFont) -> None:
    """The family has proportional figures only: adds copies centred in one width, reached through `tnum`."""
    names = [font.getBestCmap()[ord(c)] for c in '0123456789']
    width = round(sum(sorted(font['hmtx'][n][0] for n in names)[4:8]) / 4)
    glyphs, rules = font.getGlyphSet(), []
    for name in names:
        old, copy = font['hmtx'][name][0], f'{name}.tnum'
        shift = round((width - old) / 2)
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
        font['glyf'][copy] = pen.glyph()
        font['hmtx'][copy] = (width, font['hmtx'][name][1] + shift)
        rules.append(f'sub {name} by {copy};')
    font.setGlyphOrder(font['glyf'].glyphOrder)
    addOpenTypeFeaturesFromString(font, f'feature tnum {{ {" ".join(rules)} }} tnum;', tables=['GSUB'])


def make(source: Path, weight: int, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for script in ('latin', 'vietnamese'):
            part = TTFont(source / f'be-vietnam-pro-{script}-{weight}-normal.woff2')
            part.flavor = None
            subset(part, None)
            parts.append(f'{folder}/{script}.ttf')
            part.save(parts[-1])
        font = Merger().merge(parts)
    subset(font, WANTED)
    tabular_figures(font)
    font.flavor = 'woff2'
    font.save(target)
    print(target.name, target.stat().st_size)


if __name__ == '__main__':
    here = Path(__file__).parent
    for each in (400, 600):
        make(Path(sys.argv[1]), each, here / f'be-vietnam-pro-{each}.woff2')
