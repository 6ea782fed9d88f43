// Where the comment goes that silences a finding: never where it would be text.

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { javascript } from '../../src/languages/javascript';
import type { LanguageSupport, TextEdit } from '../../src/languages/language';
import { toRange } from '../../src/server/convert';
import { ignoreFile, ignoreLine, removeComment } from '../../src/server/suppression';
import { loadLanguage } from '../../src/workspace/languages';

/** Applies the edit that silences `sync-file` at the first `readFileSync` of the text. */
function ignored(text: string, path = '/a.tsx'): string | undefined {
  const source = { path, text, language: javascript };
  const call = javascript.extract(path, text).calls.find(({ name }) => name.includes('readFileSync'));
  assert.ok(call !== undefined);
  return applied(text, ignoreLine(source, 'sync-file', call.range));
}

function applied(text: string, edit: TextEdit | undefined): string | undefined {
  const document = TextDocument.create('file:///a', 'x', 1, text);
  return edit && TextDocument.applyEdits(document, [{ range: toRange(edit.range), newText: edit.newText }]);
}

const comment = 'sync-file -- why this is fine here';

describe('ignoring a line', () => {
  it('stands above the line, indented like it', () => {
    const text = 'async function f() {\n\treturn readFileSync(1);\n}\n';
    assert.equal(ignored(text), `async function f() {\n\t// loopsight-ignore-next-line ${comment}\n\treturn readFileSync(1);\n}\n`);
  });

  it('keeps the line endings of the document', () => {
    const text = 'f();\r\nreadFileSync(1);\r\n';
    assert.equal(ignored(text), `f();\r\n// loopsight-ignore-next-line ${comment}\r\nreadFileSync(1);\r\n`);
  });

  it('stands within an expression that goes over several lines', () => {
    const text = 'call(\n  1,\n  readFileSync(2),\n);\n';
    assert.equal(ignored(text), `call(\n  1,\n  // loopsight-ignore-next-line ${comment}\n  readFileSync(2),\n);\n`);
  });

  it('becomes a comment of JSX among JSX', () => {
    const text = 'const a = (\n  <p>\n    {readFileSync(1)}\n  </p>\n);\n';
    assert.equal(
      ignored(text),
      `const a = (\n  <p>\n    {/* loopsight-ignore-next-line ${comment} */}\n    {readFileSync(1)}\n  </p>\n);\n`,
    );
  });

  it('stands at the end of a line that begins inside a template literal', () => {
    const text = 'const a = `\n  ${readFileSync(1)}`;\n';
    assert.equal(ignored(text), `const a = \`\n  \${readFileSync(1)}\`; // loopsight-ignore-line ${comment}\n`);
  });

  it('stands before the call where the line begins and ends inside a template literal', () => {
    const text = 'const a = `\n  ${readFileSync(1)} b\n`;\n';
    assert.equal(ignored(text), `const a = \`\n  \${/* loopsight-ignore-line ${comment} */ readFileSync(1)} b\n\`;\n`);
  });

  it('leaves a comment for the same line in force', () => {
    const text = '// loopsight-ignore-next-line cpu-call -- why\nreadFileSync(1);\n';
    assert.equal(ignored(text), `// loopsight-ignore-next-line cpu-call -- why\nreadFileSync(1); // loopsight-ignore-line ${comment}\n`);
  });
});

describe('ignoring a file', () => {
  const ignoredFile = (text: string) => applied(text, ignoreFile({ path: '/a.js', text, language: javascript }, 'sync-file'));

  it('stands at the top', () => {
    assert.equal(ignoredFile("'use strict';\n"), `// loopsight-ignore-file ${comment}\n'use strict';\n`);
  });

  it('stands below the line that makes it a program', () => {
    assert.equal(ignoredFile('#!/usr/bin/env node\nf();\n'), `#!/usr/bin/env node\n// loopsight-ignore-file ${comment}\nf();\n`);
    assert.equal(ignoredFile('#!/usr/bin/env node'), `#!/usr/bin/env node\n// loopsight-ignore-file ${comment}`);
  });
});

describe('removing a comment', () => {
  const removed = (text: string) => {
    const [suppression] = javascript.extract('/a.tsx', text).suppressions;
    assert.ok(suppression !== undefined);
    return applied(text, removeComment(text, suppression.range));
  };

  it('takes its line with it', () => {
    assert.equal(removed('a();\n  // loopsight-ignore-next-line sync-file -- why\nb();\n'), 'a();\nb();\n');
  });

  it('leaves the code on its line', () => {
    assert.equal(removed('a(); // loopsight-ignore-line sync-file -- why\nb();\n'), 'a();\nb();\n');
  });

  it('is not offered if only its beginning is known', () => {
    assert.equal(removeComment('/* a\nb */', { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }), undefined);
  });
});

describe('ignoring in Python', () => {
  let python: LanguageSupport;
  before(async () => {
    python = await loadLanguage('python');
  });
  const sleepIn = (text: string): TextEdit | undefined => {
    const call = python.extract('/a.py', text).calls.find(({ name }) => name === 'time.sleep');
    assert.ok(call);
    return ignoreLine({ path: '/a.py', text, language: python }, 'sleep', call.range);
  };

  it('stands above the line', () => {
    const text = 'async def f():\n    time.sleep(1)\n';
    assert.equal(applied(text, sleepIn(text)), 'async def f():\n    # loopsight: ignore[sleep] why this is fine here\n    time.sleep(1)\n');
  });

  it('stands at the end of a line that is within a text', () => {
    const text = 'x = f"""\n{time.sleep(1)}"""\n';
    assert.equal(applied(text, sleepIn(text)), `${text.slice(0, -1)}  # loopsight: ignore[sleep] why this is fine here\n`);
  });

  it('stands at the top for the whole file, below what starts the program', () => {
    const text = '#!/usr/bin/env python3\nprint(1)\n';
    const edit = ignoreFile({ path: '/a.py', text, language: python }, 'sleep');
    assert.equal(applied(text, edit), '#!/usr/bin/env python3\n# loopsight: ignore-file[sleep] why this is fine here\nprint(1)\n');
  });
});
