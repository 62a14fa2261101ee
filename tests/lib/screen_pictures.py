"""Pictures of pages: made small, compared with an earlier one, and laid beside it. The browser does the pixels.

A picture is kept as a PNG of eight colours: enough for text on paper and a drawn line, and a tenth of the size. What is
compared are such pictures.
"""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_FOUR_BITS_WITH_PALETTE = b"\x04\x03\x00\x00\x00"
_COLOURS = 8  # 16 at most, for a pixel takes four bits
# A pixel differs when red, green and blue together are further apart than this, of 765. Below are edges of letters that
# two palettes split differently.
_APART = 120

# Shared by all that follows: a picture as its pixels.
_LOAD = """async base64 => {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  return brush.getImageData(0, 0, image.width, image.height);
}"""

# The palette: the most frequent colour, then again and again the one that is most frequent and furthest from all taken.
_FEW_COLOURS = """async ([png, most]) => {
  const {width, height, data} = await (LOAD)(png);
  const counts = new Map();
  const pixels = new Uint32Array(data.buffer);
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const parts = pixel => [pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255];
  const apart = (a, b) => a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0);
  const colours = [...counts].map(([pixel, count]) => ({pixel, count, rgb: parts(pixel), far: 1000, index: 0}));
  const palette = [];
  while (palette.length < Math.min(most, colours.length)) {
    const worth = colour => palette.length ? Math.sqrt(colour.count) * colour.far ** 2 : colour.count;
    const next = colours.reduce((best, colour) => worth(colour) > worth(best) ? colour : best);
    if (palette.length && next.far === 0) break;
    palette.push(next.rgb);
    for (const colour of colours) {
      const far = apart(colour.rgb, next.rgb);
      if (far < colour.far) { colour.far = far; colour.index = palette.length - 1; }
    }
  }
  const index = new Map(colours.map(colour => [colour.pixel, colour.index]));
  const row = Math.ceil(width / 2);
  const packed = new Uint8Array(row * height);
  for (let at = 0; at < pixels.length; at++) {
    const x = at % width, y = (at - x) / width;
    packed[y * row + (x >> 1)] |= index.get(pixels[at]) << (x % 2 ? 0 : 4);
  }
  let text = '';
  for (let at = 0; at < packed.length; at += 8192) text += String.fromCharCode(...packed.subarray(at, at + 8192));
  return {width, height, palette, packed: btoa(text)};
}""".replace("LOAD", _LOAD)

# The share of pixels that differ, and old, new and difference beside each other.
_COMPARE = """async ([old, fresh, most]) => {
  const load = LOAD;
  const [a, b] = [await load(old), await load(fresh)];
  const width = Math.max(a.width, b.width), height = Math.max(a.height, b.height);
  const sheet = new OffscreenCanvas(width * 3 + 40, height);
  const brush = sheet.getContext('2d');
  brush.fillStyle = '#777';
  brush.fillRect(0, 0, sheet.width, sheet.height);
  brush.putImageData(a, 0, 0);
  brush.putImageData(b, width + 20, 0);
  const marks = new ImageData(width, height);
  let differing = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const out = (y * width + x) * 4;
    const inside = x < a.width && x < b.width && y < a.height && y < b.height;
    const i = (y * a.width + x) * 4, j = (y * b.width + x) * 4;
    const apart = inside ? [0, 1, 2].reduce((sum, at) => sum + Math.abs(a.data[i + at] - b.data[j + at]), 0) : 999;
    const differs = apart > most;
    differing += differs;
    const grey = inside ? 255 - (255 - a.data[i + 1]) * .2 : 255;
    marks.data.set(differs ? [220, 0, 90, 255] : [grey, grey, grey, 255], out);
  }
  brush.putImageData(marks, (width + 20) * 2, 0);
  const bytes = new Uint8Array(await (await sheet.convertToBlob()).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return {share: differing / (width * height), sizes: [[a.width, a.height], [b.width, b.height]], sheet: btoa(text)};
}""".replace("LOAD", _LOAD)


@dataclass(frozen=True, slots=True)
class Compared:
    """`share` of the pixels that differ; `sheet`: old, new and difference beside each other, a PNG."""

    share: float
    sizes: tuple[tuple[int, int], tuple[int, int]]
    sheet: bytes


def with_few_colours(page: Page, png: bytes) -> bytes:
    """The picture as a PNG of few colours."""
    found: dict[str, Any] = page.evaluate(_FEW_COLOURS, [_text(png), _COLOURS])
    width, height = found["width"], found["height"]
    packed, row = base64.b64decode(found["packed"]), (width + 1) // 2
    lines = b"".join(b"\x00" + packed[at : at + row] for at in range(0, len(packed), row))
    palette = b"".join(bytes(colour) for colour in found["palette"])
    header = struct.pack(">II", width, height) + _FOUR_BITS_WITH_PALETTE
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def compare(page: Page, kept: bytes, fresh: bytes) -> Compared:
    found: dict[str, Any] = page.evaluate(_COMPARE, [_text(kept), _text(fresh), _APART])
    old, new = found["sizes"]
    return Compared(found["share"], (tuple(old), tuple(new)), base64.b64decode(found["sheet"]))


def _text(png: bytes) -> str:
    return base64.b64encode(png).decode()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
