// Writes pictures with a palette, which are a third as large as what a browser writes.
// Invariant: at most 256 colours, chosen so that the sum of what is wrong is small; a screen has few.

import { crc32, deflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row, each `0xRRGGBB`. */
  readonly colors: readonly number[];
}

/** A PNG file of 8 bits a pixel. */
export function paletteImage({ width, height, colors }: Pixels): Buffer {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const { palette, indexOf } = choosePalette(counts);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // The byte before each row says that it is not filtered.
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf.get(colors[y * width + x] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND'),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Palette {
  readonly palette: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
}

/** Takes again and again the colour that costs most while it is missing: by its distance, and by how often it occurs. */
function choosePalette(counts: ReadonlyMap<number, number>): Palette {
  const palette: number[] = [];
  const nearest = new Map([...counts.keys()].map((color) => [color, { index: 0, distance: Infinity }]));
  while (palette.length < Math.min(256, counts.size)) {
    const index = palette.length;
    const added = costliest(counts, nearest);
    palette.push(added);
    for (const [color, best] of nearest) {
      const distance = distanceOf(color, added);
      if (distance < best.distance) nearest.set(color, { index, distance });
    }
  }
  return { palette, indexOf: new Map([...nearest].map(([color, { index }]) => [color, index])) };
}

function costliest(counts: ReadonlyMap<number, number>, nearest: ReadonlyMap<number, { readonly distance: number }>): number {
  let most = { color: 0, cost: -1 };
  for (const [color, count] of counts) {
    const distance = Math.min(nearest.get(color)?.distance ?? 0, 1e6);
    if (count * distance > most.cost) most = { color, cost: count * distance };
  }
  return most.color;
}

function distanceOf(one: number, other: number): number {
  const differences = channels(one).map((value, index) => value - (channels(other)[index] ?? 0));
  return differences.reduce((sum, difference) => sum + difference * difference, 0);
}

function channels(color: number): [number, number, number] {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255];
}

/** A part of the file: its length, its name, its content, its checksum. */
function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const part = Buffer.alloc(named.length + 8);
  part.writeUInt32BE(content.length, 0);
  part.set(named, 4);
  part.writeUInt32BE(crc32(named), named.length + 4);
  return part;
}
