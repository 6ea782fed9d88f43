// Regular expressions of published Python, as facts, like those of JavaScript beside them.

import type { Known } from './javascript';

export interface KnownInPython extends Omit<Known, 'pattern'> {
  readonly pattern: string;
  readonly flags?: string;
  readonly anchored?: 'start' | 'both';
}

export const knownInPython: readonly KnownInPython[] = [
  { growth: 'exponential', source: 'sqlparse 0.4.1, CVE-2021-32839', pattern: String.raw`((\r\n|\r|\n)+) *$` },
  {
    growth: 'polynomial',
    source: 'CPython 3.9, CVE-2021-3733',
    pattern: String.raw`(?:^|,)[ \t]*([^ \t]+)[ \t]+realm=(["']?)([^"']*)\2`,
    flags: 'i',
  },
  { growth: 'polynomial', source: 'Django 2.0.2, CVE-2018-7537', pattern: String.raw`<.*?>|((?:\w[-\w]*|&.*?;)+)`, flags: 's' },
  { growth: 'linear', source: 'docs.python.org, re, atomic groups', pattern: String.raw`(?>.*).`, anchored: 'start' },
  {
    growth: 'exponential',
    source: 'CPython 3.8, CVE-2020-8492, urllib.request',
    pattern: String.raw`(?:.*,)*[ \t]*([^ \t]+)[ \t]+realm=(["']?)([^"']*)\2`,
    flags: 'i',
  },
  {
    growth: 'polynomial',
    source: 'setuptools 65.5, CVE-2022-40897',
    pattern: String.raw`<([^>]*\srel\s*=\s*['"]?([^'">]+)[^>]*)>`,
    flags: 'i',
  },
  {
    growth: 'polynomial',
    source: 'wheel 0.38, CVE-2022-40898',
    pattern: String.raw`^(?P<namever>(?P<name>.+?)-(?P<ver>.+?))(-(?P<build>\d[^-]*))?-(?P<pyver>.+?)-(?P<abi>.+?)-(?P<plat>.+?)\.whl$`,
    flags: 'x',
  },
  { growth: 'linear', source: 'PEP 440, a local version', pattern: String.raw`[a-z0-9]+(?:[-_\.][a-z0-9]+)*`, anchored: 'both' },
  { growth: 'linear', source: 'PEP 508, a name', pattern: String.raw`^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$`, flags: 'i' },
  { growth: 'linear', source: 'Django 5, slug_re', pattern: String.raw`^[-a-zA-Z0-9_]+\Z` },
  { growth: 'linear', source: 'Django 5, integer', pattern: String.raw`^-?\d+\Z` },
  {
    growth: 'linear',
    source: 'docs.python.org, the tokenizer of re',
    pattern: String.raw`(?P<NUMBER>\d+(\.\d*)?)|(?P<ASSIGN>:=)|(?P<END>;)`,
    anchored: 'start',
  },
  {
    growth: 'linear',
    source: 'json.scanner of CPython, NUMBER_RE',
    pattern: String.raw`(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?`,
    flags: 'msx',
    anchored: 'start',
  },
  {
    growth: 'linear',
    source: 'string.Template of CPython',
    pattern: String.raw`\$(?:(?P<escaped>\$)|(?P<named>[_a-z][_a-z0-9]*)|{(?P<braced>[_a-z][_a-z0-9]*)}|(?P<invalid>))`,
    flags: 'ix',
    anchored: 'start',
  },
];
