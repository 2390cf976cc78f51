#!/usr/bin/env python3
"""Makes src/main/resources/fonts/NotoSansCJKjp-Supplement.ttf.

The papers are set in BIZ UDPGothic, which lacks rarer characters of names (such as the first of 𠮷野). This takes what it
lacks (ideographs, Hangul, Latin letters of Vietnamese) from Noto Sans CJK JP, and turns the outlines into TrueType, the
only kind that can be embedded in the PDF. Needs Debian's python3-fonttools, fonts-noto-cjk and the two fonts beside it.
"""

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

FONTS = "src/main/resources/fonts/"
BLOCKS = ((0x1E00, 0x1EFF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
UNUSED = ("VORG", "vhea", "vmtx", "BASE", "GSUB", "GPOS", "GDEF")

present = set(TTFont(FONTS + "BIZUDPGothic-Regular.ttf").getBestCmap())
font = TTCollection("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", lazy=True).fonts[0]
missing = {c for c in font.getBestCmap() for first, last in BLOCKS if first <= c <= last and c not in present}

options = subset.Options()
options.layout_features = []
options.name_IDs = ["*"]
options.notdef_outline = True
options.hinting = False
options.desubroutinize = True
options.drop_tables += UNUSED
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=missing)
subsetter.subset(font)

outlines = font.getGlyphSet()
order = font.getGlyphOrder()
glyphs = {}
for name in order:
    pen = TTGlyphPen(None)
    outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
    glyphs[name] = pen.glyph()
font["loca"] = newTable("loca")
table = font["glyf"] = newTable("glyf")
table.glyphOrder = order
table.glyphs = glyphs
for name in order:
    glyphs[name].recalcBounds(table)
    font["hmtx"][name] = (font["hmtx"][name][0], glyphs[name].xMin if glyphs[name].numberOfContours else 0)

profile = font["maxp"]
profile.tableVersion = 0x00010000
profile.maxZones = 1
for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements",
              "SizeOfInstructions", "ComponentElements"):
    setattr(profile, "max" + field, 0)
font["post"].formatType = 3.0
del font["CFF "]
font.sfntVersion = "\0\1\0\0"
for record in font["name"].names:
    if record.nameID in (1, 4, 16):
        record.string = "Noto Sans CJK JP Supplement"
    if record.nameID == 6:
        record.string = "NotoSansCJKjp-Supplement"
font.save(FONTS + "NotoSansCJKjp-Supplement.ttf")
