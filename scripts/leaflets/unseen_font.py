"""The font without ink, in which words stand over their pictures."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

import pikepdf
from pikepdf import Array, Dictionary, Name, String

NAME = Name("/Unseen")
ADVANCE = 0.5
"""How wide its one glyph is, in sizes. `Unseen.ttf` draws it as a box: a reader of PDF that goes by
what is inked would pass over letters of no height. Text in it is shown in no colour at all."""
GLYPH = b"\x00\x01" * 65536
"""Each code of two bytes leads to that glyph."""

TO_UNICODE = b"""\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap CMapName currentdict /CMap defineresource pop end end
"""
"""A map from codes to letters (ISO 32000-2, 9.10.3)."""
SAME = b"256 beginbfrange\n%s\nendbfrange" % b"\n".join(
    b"<%02X00> <%02XFF> <%02X00>" % (row, row, row) for row in range(256)
)
"""Every code is the letter of that number. A range may not go past its last byte."""
BLANK = b"<0020>"


def add_font(document: pikepdf.Pdf) -> pikepdf.Object:
    """Put the font into a document. Its codes are letters in UTF-16, without surrogates."""
    program = files(__package__).joinpath("Unseen.ttf").read_bytes()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=NAME, Flags=4, FontBBox=Array([0, 0, 500, 700]),
        ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700, StemV=80,
        FontFile2=document.make_stream(program, Length1=len(program)),
    )  # fmt: skip
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=NAME, DW=int(ADVANCE * 1000),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=document.make_indirect(descriptor),
        CIDToGIDMap=document.make_stream(GLYPH),
    )  # fmt: skip
    return document.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=NAME, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([document.make_indirect(descendant)]),
            ToUnicode=document.make_stream(TO_UNICODE % SAME),
        )
    )  # fmt: skip


def without_text(
    font: pikepdf.Object, codes: Iterable[int], document: pikepdf.Pdf
) -> pikepdf.Object:
    """The same font, all of whose glyphs are read as blanks: words are read from over it."""
    rows = [f"<{code:04X}> <0020>" for code in codes]
    hundreds = [rows[at : at + 100] for at in range(0, len(rows), 100)]  # the most in one list
    lists = (f"{len(each)} beginbfchar\n" + "\n".join(each) + "\nendbfchar" for each in hundreds)
    copy = Dictionary(font)
    copy.ToUnicode = document.make_stream(TO_UNICODE % "\n".join(lists).encode("ascii"))
    return document.make_indirect(copy)
