// Texts from disk, read so that no file can hurt the program: not by its encoding, its size, its
// kind or its absence. Nothing here throws; what went wrong is said in a sentence.

import { access, constants, open, readFile, stat } from 'node:fs/promises';
import { looksGenerated, looksMinified } from './generated';

const maxBytes = 5_000_000;
export const maxLineLength = 200_000;

export type TextResult = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly message: string };

/** `skipped`: it is no source that a person maintains, so nobody wants to read about it. */
type SourceResult = TextResult | { readonly kind: 'skipped'; readonly reason: 'minified' | 'generated' };

/** Reads a file as text: UTF-8 or UTF-16, with or without byte order mark; no binary, nothing huge. */
export async function readText(path: string): Promise<TextResult> {
  const result = await readWhole(path);
  return result.kind === 'text' ? withoutLongLines(result) : result;
}

/** Reads a file to be analyzed. `wanted`: a person asked for this very file, so it is not skipped. */
export async function readSource(path: string, wanted: boolean): Promise<SourceResult> {
  const result = await readWhole(path);
  if (result.kind === 'problem') return result;
  if (!wanted && looksMinified(result.text)) return { kind: 'skipped', reason: 'minified' };
  if (!wanted && looksGenerated(result.text)) return { kind: 'skipped', reason: 'generated' };
  return withoutLongLines(result);
}

/** The first line of a file, as far as it fits in 128 bytes; empty if it cannot be read. */
export async function readFirstLine(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(128), 0, 128, 0);
      return buffer.toString('latin1', 0, bytesRead).split(/[\r\n]/, 1)[0] ?? '';
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

/** Why a path that a person named cannot be read, as the end of a sentence; `undefined` if it can. */
export async function whyUnreadable(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return describeError(error);
  }
}

/** An error of the file system in a person's words. */
export function describeError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return errorWords[code] ?? (error instanceof Error ? error.message : String(error));
}

const errorWords: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EPERM: 'permission denied',
};

async function readWhole(path: string): Promise<TextResult> {
  try {
    const { size, isFile } = await inspect(path);
    if (!isFile) return problem('This is not a regular file, so it was left out.');
    if (size > maxBytes) return problem(`The file has ${megabytes(size)}, more than ${megabytes(maxBytes)}, so it was left out.`);
    return decode(await readFile(path));
  } catch (error) {
    return problem(`The file could not be read: ${describeError(error)}.`);
  }
}

async function inspect(path: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

function decode(bytes: Buffer): TextResult {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return problem('The file is binary, so it was left out.');
  return { kind: 'text', text: new TextDecoder(encoding).decode(bytes) };
}

/** A NUL byte in a text that is not UTF-16 means that it is no text. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes.includes(0) ? undefined : 'utf-8';
}

function withoutLongLines(result: { kind: 'text'; text: string }): TextResult {
  return longestLine(result.text) > maxLineLength
    ? problem(`The file has a line of more than ${maxLineLength.toLocaleString('en')} characters, so it was left out.`)
    : result;
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return Math.max(longest, text.length - start);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

function problem(message: string): TextResult {
  return { kind: 'problem', message };
}
