// The texts that the calibration runs, and what the analyzer says of them.

import { type CostClass, costClasses } from '../../src/core/knowledge';
import { analyzeText } from '../analysis';
import { inJavaScript, inPython, type Operation } from './operations';

export interface Snippet {
  readonly language: 'javascript' | 'python';
  /** With `$` for the argument: the operation that it is a case of. */
  readonly code: string;
  /** As the table shows it: what is measured, and what it is measured with. */
  readonly shown: string;
  /** The whole module, whose function `operate` is measured. */
  readonly text: string;
  readonly needs?: string;
}

const nodeModules = ['crypto', 'v8', 'vm', 'zlib'].map((name) => `import ${name} from 'node:${name}';`).join('\n');
const pythonModules = `import ast, base64, bz2, copy, difflib, gzip, hashlib, json, lzma, math, os, pickle, random, statistics, time, zlib`;

export const snippets: readonly Snippet[] = [
  ...inJavaScript.flatMap((one) => snippetsOf('javascript', one)),
  ...inPython.flatMap((one) => snippetsOf('python', one)),
];

function snippetsOf(language: Snippet['language'], { head = '', code, args, needs }: Operation): Snippet[] {
  return args.map((arg) => {
    const [top, line] = [head, code].map((text) => (arg === '' ? text : text.replaceAll('$', arg)));
    const made = (top ?? '').split('\n').filter((_, index) => arg !== '' && head.split('\n')[index]?.includes('$'));
    const shown = made.length > 0 ? `${line} (${made.join(' ').replace(/;$/, '')})` : (line ?? '');
    return {
      language,
      code,
      shown,
      text: moduleOf(language, top ?? '', line ?? ''),
      ...(needs !== undefined && { needs }),
    };
  });
}

function moduleOf(language: Snippet['language'], head: string, line: string): string {
  if (language === 'python') return `${pythonModules}\n${head}\n\nasync def operate():\n    ${line}\n`;
  return `${nodeModules}\n${head}\nexport async function operate() {\n  ${line};\n}\n`;
}

/** The worst that is said of what the function does; nothing said means that it is tiny. */
export function predicted({ language, text }: Pick<Snippet, 'language' | 'text'>): CostClass {
  const findings = analyzeText(text, language === 'python' ? '/src/snippet.py' : '/src/snippet.mjs');
  const ranks = findings.filter(({ context }) => context.name === 'operate').map(({ cost }) => costClasses.indexOf(cost.class));
  return costClasses[Math.max(0, ...ranks)] ?? 'tiny';
}

/** Code as one cell of a table. */
export function shownCell(code: string): string {
  return code.includes('`') ? `<code>${code.replaceAll('|', '&#124;')}</code>` : `\`${code.replaceAll('|', '\\|')}\``;
}
