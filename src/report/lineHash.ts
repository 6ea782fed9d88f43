// What GitHub's code scanning tells lines apart by, computed as its own upload action computes it: a
// rolling hash, modulo 2^64, of the hundred characters from the start of a line on, blanks left out,
// and how often it has come up before. So an alert stays the same when lines move.

const blockSize = 100;
const factor = 37;
const half = 2 ** 32;

/** A number below 2^64 as two of 32 bits: their products with what is below 2^20 are exact. */
interface Wide {
  readonly high: number;
  readonly low: number;
}

const zero: Wide = { high: 0, low: 0 };

/** The hash of each line, by its number less 1. */
export function lineHashes(text: string): string[] {
  const { units, starts } = blocksOf(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let hash = zero;
  let next = 0;
  for (let end = 0; next < starts.length; end++) {
    hash = plus(times(hash, factor), units[end] ?? 0, times(dropped, units[end - blockSize] ?? 0));
    if (end + 1 !== (starts[next] ?? 0) + blockSize) continue;
    const value = hex(hash);
    const count = (seen.get(value) ?? 0) + 1;
    seen.set(value, count);
    hashes.push(`${value}:${count}`);
    next++;
  }
  return hashes;
}

/** The characters that count, a line's end as one, and at which of them lines start. */
function blocksOf(text: string): { units: number[]; starts: number[] } {
  const units: number[] = [];
  const starts: number[] = [];
  let isStart = true;
  const kept = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '');
  for (let index = 0; index <= kept.length; index++) {
    if (isStart) starts.push(units.length);
    units.push(index < kept.length ? kept.charCodeAt(index) : endOfFile);
    isStart = kept[index] === '\n';
  }
  return { units, starts };
}

const endOfFile = 0xffff;

/** What a character weighs when it leaves the block. */
const dropped = Array.from({ length: blockSize }).reduce<Wide>((power) => times(power, factor), { high: 0, low: 1 });

function times({ high, low }: Wide, by: number): Wide {
  const product = low * by;
  return { high: (high * by + Math.floor(product / half)) % half, low: product % half };
}

function plus({ high, low }: Wide, unit: number, less: Wide): Wide {
  const difference = low + unit - less.low;
  const carry = Math.floor(difference / half);
  return { high: (((high - less.high + carry) % half) + half) % half, low: difference - carry * half };
}

function hex({ high, low }: Wide): string {
  const digits = low.toString(16);
  return high === 0 ? digits : high.toString(16) + digits.padStart(8, '0');
}
