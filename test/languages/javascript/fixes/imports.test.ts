// How the fix names the promise variant: the file's own way first, then `fs.promises`, then an import.

import assert from 'node:assert/strict';
import { applyFix, assertValid, fixesOf, readMarked } from './fixing';

interface Case {
  readonly what: string;
  readonly path?: string;
  readonly before: string;
  readonly after: string;
  readonly title?: string;
}

const reused: readonly Case[] = [
  {
    what: 'a default import of fs',
    before: `
import fs from 'fs';
export async function f(p) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
import fs from 'fs';
export async function f(p) {
  return await fs.promises.readFile(p);
}
`,
    title: 'Await fs.promises.readFile instead',
  },
  {
    what: 'a namespace import under another name',
    before: `
import * as files from "node:fs";
export async function f(p) {
  return files.readFileSync(p);
  //     ^^^^^^^^^^^^^^^^^^
}
`,
    after: `
import * as files from "node:fs";
export async function f(p) {
  return await files.promises.readFile(p);
}
`,
    title: 'Await files.promises.readFile instead',
  },
  {
    what: 'a required fs',
    path: 'a.js',
    before: `
const fs = require('fs');
exports.f = async (p) => {
  fs.writeFileSync(p, '');
  // ^^^^^^^^^^^^^
};
`,
    after: `
const fs = require('fs');
exports.f = async (p) => {
  await fs.promises.writeFile(p, '');
};
`,
  },
  {
    what: 'fs required on the spot',
    path: 'a.js',
    before: `
exports.f = async (p) => {
  require('fs').writeFileSync(p, '');
  //            ^^^^^^^^^^^^^
};
`,
    after: `
exports.f = async (p) => {
  await require('fs').promises.writeFile(p, '');
};
`,
    title: "Await require('fs').promises.writeFile instead",
  },
  {
    what: 'an import assignment of TypeScript',
    path: 'a.cts',
    before: `
import fs = require('fs');
export async function f(p: string) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
import fs = require('fs');
export async function f(p: string) {
  return await fs.promises.readFile(p);
}
`,
  },
  {
    what: 'an alias of fs',
    before: `
import fs from 'fs';
const files = fs;
export async function f(p) {
  return files.readFileSync(p);
  //     ^^^^^^^^^^^^^^^^^^
}
`,
    after: `
import fs from 'fs';
const files = fs;
export async function f(p) {
  return await files.promises.readFile(p);
}
`,
  },
  {
    what: 'fs beside the name that is called, which then goes',
    before: `
import fs, { readFileSync } from 'fs';
export async function f(p) {
  return readFileSync(p) && fs;
  //     ^^^^^^^^^^^^
}
`,
    after: `
import fs from 'fs';
export async function f(p) {
  return await fs.promises.readFile(p) && fs;
}
`,
  },
  {
    what: 'fs imported within the function',
    before: `
export async function f(p) {
  const fs = await import('node:fs');
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
export async function f(p) {
  const fs = await import('node:fs');
  return await fs.promises.readFile(p);
}
`,
  },
  {
    what: 'a namespace of fs/promises, and fs stays if it is used',
    before: `
import fsp from 'fs/promises';
import fs from 'fs';
export async function f(p) {
  if (fs.existsSync(p)) return fs.readFileSync(p);
  //                           ^^^^^^^^^^^^^^^
}
`,
    after: `
import fsp from 'fs/promises';
import fs from 'fs';
export async function f(p) {
  if (fs.existsSync(p)) return await fsp.readFile(p);
}
`,
    title: 'Await fsp.readFile instead',
  },
  {
    what: 'a namespace of fs/promises, and fs goes if nothing uses it any more',
    before: `
import fsp from 'fs/promises';
import fs from 'fs';
export async function f(p) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
import fsp from 'fs/promises';
export async function f(p) {
  return await fsp.readFile(p);
}
`,
  },
  {
    what: 'promises of fs under a name of its own',
    before: `
import { promises as fsp, readFileSync, statSync } from 'fs';
export async function f(p) {
  return [readFileSync(p), statSync(p)];
  //      ^^^^^^^^^^^^
}
`,
    after: `
import { promises as fsp, statSync } from 'fs';
export async function f(p) {
  return [await fsp.readFile(p), statSync(p)];
}
`,
  },
  {
    what: 'promises required from fs',
    path: 'a.js',
    before: `
const fs = require('fs');
const fsp = fs.promises;
exports.f = async (p) => {
  fs.unlinkSync(p);
  // ^^^^^^^^^^
  fs.existsSync(p);
};
`,
    after: `
const fs = require('fs');
const fsp = fs.promises;
exports.f = async (p) => {
  await fsp.unlink(p);
  fs.existsSync(p);
};
`,
  },
  {
    what: 'the function itself, imported',
    before: `
import { readFile as read } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
export async function f(p) {
  return (await read(p)).equals(readFileSync(p));
  //                            ^^^^^^^^^^^^
}
`,
    after: `
import { readFile as read } from 'node:fs/promises';
export async function f(p) {
  return (await read(p)).equals(await read(p));
}
`,
    title: 'Await read instead',
  },
  {
    what: 'the function itself, destructured',
    path: 'a.js',
    before: `
const { promises: { unlink }, unlinkSync } = require('fs');
exports.f = async (p) => unlinkSync(p);
//                       ^^^^^^^^^^
exports.g = unlink;
`,
    after: `
const { promises: { unlink } } = require('fs');
exports.f = async (p) => await unlink(p);
exports.g = unlink;
`,
  },
  {
    what: 'the function itself, promisified',
    path: 'a.js',
    before: `
const { promisify } = require('util');
const fs = require('fs');
const readFile = promisify(fs.readFile);
exports.f = async (p) => fs.readFileSync(p);
//                       ^^^^^^^^^^^^^^^
`,
    after: `
const { promisify } = require('util');
const fs = require('fs');
const readFile = promisify(fs.readFile);
exports.f = async (p) => await readFile(p);
`,
  },
  {
    what: 'not a name that is shadowed at the call',
    before: `
import fsp from 'node:fs/promises';
import fs from 'node:fs';
export async function f(p, fsp) {
  return fs.readFileSync(p, fsp);
  //     ^^^^^^^^^^^^^^^
}
export { fsp };
`,
    after: `
import fsp from 'node:fs/promises';
import fs from 'node:fs';
export async function f(p, fsp) {
  return await fs.promises.readFile(p, fsp);
}
export { fsp };
`,
  },
  {
    what: 'not a name that is assigned later',
    path: 'a.js',
    before: `
let fsp = require('fs/promises');
const fs = require('fs');
exports.mock = (other) => { fsp = other; };
exports.f = async (p) => fs.readFileSync(p);
//                       ^^^^^^^^^^^^^^^
`,
    after: `
let fsp = require('fs/promises');
const fs = require('fs');
exports.mock = (other) => { fsp = other; };
exports.f = async (p) => await fs.promises.readFile(p);
`,
  },
  {
    what: 'not a name that has no value yet',
    path: 'a.js',
    before: `
const fs = require('fs');
exports.f = async (p) => {
  fs.unlinkSync(p);
  // ^^^^^^^^^^
  const fsp = fs.promises;
  return fsp;
};
`,
    after: `
const fs = require('fs');
exports.f = async (p) => {
  await fs.promises.unlink(p);
  const fsp = fs.promises;
  return fsp;
};
`,
  },
  {
    what: 'not a name that may have no value',
    path: 'a.js',
    before: `
const fs = require('fs');
exports.f = async (p) => {
  if (p) {
    var fsp = fs.promises;
  }
  fs.unlinkSync(p);
  // ^^^^^^^^^^
  return fsp;
};
`,
    after: `
const fs = require('fs');
exports.f = async (p) => {
  if (p) {
    var fsp = fs.promises;
  }
  await fs.promises.unlink(p);
  return fsp;
};
`,
  },
  {
    what: 'not a require that runs later',
    path: 'a.js',
    before: `
const fs = require('fs');
exports.f = async (p) => {
  fs.unlinkSync(p);
  // ^^^^^^^^^^
};
const { rm } = require('fs/promises');
exports.rm = rm;
`,
    after: `
const fs = require('fs');
exports.f = async (p) => {
  await fs.promises.unlink(p);
};
const { rm } = require('fs/promises');
exports.rm = rm;
`,
  },
  {
    what: 'an import that a comment belongs to stays, used or not',
    before: `
import fsp from 'fs/promises';
// The synchronous half:
import fs from 'fs';
export async function f(p) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
import fsp from 'fs/promises';
// The synchronous half:
import fs from 'fs';
export async function f(p) {
  return await fsp.readFile(p);
}
`,
  },
  {
    what: 'a name beside a rest stays, used or not',
    path: 'a.js',
    before: `
const fsp = require('fs/promises');
const { readFileSync, ...rest } = require('fs');
exports.f = async (p) => readFileSync(p, rest);
//                       ^^^^^^^^^^^^
`,
    after: `
const fsp = require('fs/promises');
const { readFileSync, ...rest } = require('fs');
exports.f = async (p) => await fsp.readFile(p, rest);
`,
  },
];

const extended: readonly Case[] = [
  {
    what: 'a named import of fs/promises',
    before: `
import fs from 'fs';
import { writeFile } from 'fs/promises';
export async function f(p) {
  await writeFile(p, fs.readFileSync(p));
  //                 ^^^^^^^^^^^^^^^
}
`,
    after: `
import { writeFile, readFile } from 'fs/promises';
export async function f(p) {
  await writeFile(p, await readFile(p));
}
`,
    title: 'Await readFile from fs/promises instead',
  },
  {
    what: 'a named import on several lines, with a trailing comma',
    before: `
import { existsSync, readFileSync } from 'fs';
import {
  mkdir,
  writeFile,
} from 'fs/promises';
export async function f(p) {
  await writeFile(p, readFileSync(p));
  //                 ^^^^^^^^^^^^
  await mkdir(p, existsSync(p));
}
`,
    after: `
import { existsSync } from 'fs';
import {
  mkdir,
  writeFile,
  readFile,
} from 'fs/promises';
export async function f(p) {
  await writeFile(p, await readFile(p));
  await mkdir(p, existsSync(p));
}
`,
  },
  {
    what: 'a destructured require',
    path: 'a.js',
    before: `
const fs = require('fs');
const { writeFile } = require('fs/promises');
exports.f = async (p) => writeFile(p, fs.readFileSync(p), fs);
//                                    ^^^^^^^^^^^^^^^
`,
    after: `
const fs = require('fs');
const { writeFile, readFile } = require('fs/promises');
exports.f = async (p) => writeFile(p, await readFile(p), fs);
`,
  },
  {
    what: 'the same module, in place of the old name',
    before: `
import { compareSync, hashSync } from 'bcrypt';
export async function f(p) {
  return compareSync(p, hashSync(p, 10));
  //                    ^^^^^^^^ bcrypt.hashSync -> bcrypt.hash
}
`,
    after: `
import { compareSync, hash } from 'bcrypt';
export async function f(p) {
  return compareSync(p, await hash(p, 10));
}
`,
    title: 'Await hash from bcrypt instead',
  },
  {
    what: 'the same module, beside the old name',
    path: 'a.js',
    before: `
const { hashSync } = require('bcrypt');
exports.first = hashSync('', 4);
exports.f = async (p) => hashSync(p, 10);
//                       ^^^^^^^^ bcrypt.hashSync -> bcrypt.hash
`,
    after: `
const { hashSync, hash } = require('bcrypt');
exports.first = hashSync('', 4);
exports.f = async (p) => await hash(p, 10);
`,
  },
  {
    what: 'the same module, by its name',
    before: `
import bcrypt from 'bcrypt';
export async function f(p) {
  return bcrypt.hashSync(p, 10);
  //     ^^^^^^^^^^^^^^^ bcrypt.hashSync -> bcrypt.hash
}
`,
    after: `
import bcrypt from 'bcrypt';
export async function f(p) {
  return await bcrypt.hash(p, 10);
}
`,
    title: 'Await bcrypt.hash instead',
  },
  {
    what: 'a method of an instance',
    before: `
import { Client } from 'store';
export async function f(p) {
  return p.client.loadSync(Client);
  //     ^^^^^^^^^^^^^^^^^ store.Client#loadSync -> store.Client#load
}
`,
    after: `
import { Client } from 'store';
export async function f(p) {
  return await p.client.load(Client);
}
`,
  },
];

const added: readonly Case[] = [
  {
    what: 'in place of an import that had only the old name',
    before: `
import { join } from 'path';
import { readFileSync } from 'fs';
export async function f(p) {
  return readFileSync(join(p, 'a'));
  //     ^^^^^^^^^^^^
}
`,
    after: `
import { join } from 'path';
import { readFile } from 'fs/promises';
export async function f(p) {
  return await readFile(join(p, 'a'));
}
`,
    title: 'Await readFile from fs/promises instead',
  },
  {
    what: 'in place of a require that had only the old name, renamed',
    path: 'a.js',
    before: `
const { readFileSync: read } = require("node:fs")
exports.f = async (p) => read(p)
//                       ^^^^ node:fs.readFileSync -> node:fs/promises.readFile
`,
    after: `
const { readFile } = require("node:fs/promises")
exports.f = async (p) => await readFile(p)
`,
  },
  {
    what: 'after the last import, in the quotes and with the prefix of the file',
    before: `
import { existsSync, readFileSync } from "node:fs"; // files
import { join } from "node:path"; // names

export async function f(p) {
  return existsSync(p) ? readFileSync(join(p)) : '';
  //                     ^^^^^^^^^^^^
}
`,
    after: `
import { existsSync } from "node:fs"; // files
import { join } from "node:path"; // names
import { readFile } from "node:fs/promises";

export async function f(p) {
  return existsSync(p) ? await readFile(join(p)) : '';
}
`,
  },
  {
    what: 'without semicolons in a file that has none',
    before: `
import { existsSync, readFileSync } from 'fs'
export async function f(p) {
  return existsSync(p) ? readFileSync(p) : ''
  //                     ^^^^^^^^^^^^
}
`,
    after: `
import { existsSync } from 'fs'
import { readFile } from 'fs/promises'
export async function f(p) {
  return existsSync(p) ? await readFile(p) : ''
}
`,
  },
  {
    what: 'the old name stays if it has another use',
    before: `
import { readFileSync } from 'fs';
export const config = readFileSync('config');
export async function f(p) {
  return readFileSync(p);
  //     ^^^^^^^^^^^^
}
`,
    after: `
import { readFileSync } from 'fs';
import { readFile } from 'fs/promises';
export const config = readFileSync('config');
export async function f(p) {
  return await readFile(p);
}
`,
  },
  {
    what: 'the old name stays if it is exported',
    before: `
import { readFileSync } from 'fs';
export { readFileSync };
export async function f(p) {
  return readFileSync(p);
  //     ^^^^^^^^^^^^
}
`,
    after: `
import { readFileSync } from 'fs';
import { readFile } from 'fs/promises';
export { readFileSync };
export async function f(p) {
  return await readFile(p);
}
`,
  },
  {
    what: 'under another name if the file uses the name',
    before: `
import { readFileSync } from 'fs';
export async function f(p) {
  const readFile = (q) => readFileSync(q);
  return readFile(p) + readFileSync(p);
  //                   ^^^^^^^^^^^^
}
`,
    after: `
import { readFileSync } from 'fs';
import { readFile as readFileAsync } from 'fs/promises';
export async function f(p) {
  const readFile = (q) => readFileSync(q);
  return readFile(p) + await readFileAsync(p);
}
`,
    title: 'Await readFileAsync from fs/promises instead',
  },
  {
    what: 'under a third name, required',
    path: 'a.js',
    before: `
const { readFileSync } = require('fs');
const { readFile } = require('./own');
exports.f = async (p, readFileAsync) => readFile(readFileSync(p), readFileAsync);
//                                               ^^^^^^^^^^^^
`,
    after: `
const { readFile: readFileAsync2 } = require('fs/promises');
const { readFile } = require('./own');
exports.f = async (p, readFileAsync) => readFile(await readFileAsync2(p), readFileAsync);
`,
  },
  {
    what: 'after the leading requires, not after a later one',
    path: 'a.js',
    before: `
'use strict';

require('./setup');
const { existsSync, readFileSync } = require('fs');

exports.f = async (p) => existsSync(p) && readFileSync(p);
//                                        ^^^^^^^^^^^^
exports.g = () => exports.f('a');
const late = require('./late');
exports.late = late;
`,
    after: `
'use strict';

require('./setup');
const { existsSync } = require('fs');
const { readFile } = require('fs/promises');

exports.f = async (p) => existsSync(p) && await readFile(p);
exports.g = () => exports.f('a');
const late = require('./late');
exports.late = late;
`,
  },
  {
    what: 'a type import is not touched',
    path: 'a.ts',
    before: `
import type { readFile } from 'node:fs/promises';
import { readFileSync, type Stats } from 'node:fs';
export async function f(p: string, s: Stats, r: typeof readFile) {
  return readFileSync(p);
  //     ^^^^^^^^^^^^
}
`,
    after: `
import type { readFile } from 'node:fs/promises';
import { type Stats } from 'node:fs';
import { readFile as readFileAsync } from 'node:fs/promises';
export async function f(p: string, s: Stats, r: typeof readFile) {
  return await readFileAsync(p);
}
`,
  },
  {
    what: 'for a module that nothing imports yet: below shebang, licence and @ts-check',
    path: 'a.ts',
    before: `
#!/usr/bin/env node
// Copyright of somebody.
// @ts-check
/** Reads a file. */
export async function f(p: string) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`,
    after: `
#!/usr/bin/env node
// Copyright of somebody.
// @ts-check
import { readFile } from 'node:fs/promises';

/** Reads a file. */
export async function f(p: string) {
  return await readFile(p);
}
`,
  },
  {
    what: 'for a module that nothing requires yet: below directives',
    path: 'a.cjs',
    before: `
'use strict';

exports.f = async (p) => fs.readFileSync(p);
//                       ^^^^^^^^^^^^^^^
`,
    after: `
'use strict';

const { readFile } = require('node:fs/promises');

exports.f = async (p) => await readFile(p);
`,
  },
  {
    what: 'a require in a function gives way to its promise variant there',
    path: 'a.js',
    before: `
exports.f = async (p) => {
  const { readFileSync } = require('fs');
  return readFileSync(p);
  //     ^^^^^^^^^^^^
};
`,
    after: `
exports.f = async (p) => {
  const { readFile } = require('fs/promises');
  return await readFile(p);
};
`,
  },
  {
    what: 'the native variant of realpath',
    before: `
import { realpathSync } from 'fs';
export async function f(p) {
  return realpathSync.native(p);
  //     ^^^^^^^^^^^^^^^^^^^ node:fs.realpathSync.native -> node:fs/promises.realpath
}
`,
    after: `
import { realpath } from 'fs/promises';
export async function f(p) {
  return await realpath(p);
}
`,
  },
  {
    what: 'an import in a file that is broken elsewhere stays, used or not',
    before: `
import { readFileSync } from 'fs';
export async function f(p) {
  return readFileSync(p);
  //     ^^^^^^^^^^^^
}
const x = ;
`,
    after: `
import { readFileSync } from 'fs';
import { readFile } from 'fs/promises';
export async function f(p) {
  return await readFile(p);
}
const x = ;
`,
  },
  {
    what: 'beside a default import that is shadowed at the call',
    before: `
import fs, { readFileSync } from 'fs';
export async function f(p, fs) {
  return readFileSync(p, fs);
  //     ^^^^^^^^^^^^
}
export { fs };
`,
    after: `
import fs from 'fs';
import { readFile } from 'fs/promises';
export async function f(p, fs) {
  return await readFile(p, fs);
}
export { fs };
`,
  },
  {
    what: 'before a semicolon that guards the next line',
    path: 'a.js',
    before: `
const { existsSync, readFileSync } = require('fs')
;(async (p) => {
  if (existsSync(p)) return readFileSync(p)
  //                        ^^^^^^^^^^^^
})()
`,
    after: `
const { existsSync } = require('fs')
const { readFile } = require('fs/promises')
;(async (p) => {
  if (existsSync(p)) return await readFile(p)
})()
`,
  },
  {
    what: 'with a semicolon where the next line starts with a parenthesis',
    path: 'a.cjs',
    before: `
(async (p) => {
  return fs.readFileSync(p)
  //     ^^^^^^^^^^^^^^^
})()
`,
    after: `
const { readFile } = require('node:fs/promises');

(async (p) => {
  return await readFile(p)
})()
`,
  },
  {
    what: 'between statements that share a line',
    before: `
import { existsSync, readFileSync } from 'fs'; export const has = existsSync;
export async function f(p) {
  return readFileSync(p);
  //     ^^^^^^^^^^^^
}
`,
    after: `
import { existsSync } from 'fs';
import { readFile } from 'fs/promises';
 export const has = existsSync;
export async function f(p) {
  return await readFile(p);
}
`,
  },
];

describe('the quick fix: names and imports', () => {
  describe('uses what the file has', () => reused.forEach(test));
  describe('extends an import', () => extended.forEach(test));
  describe('adds an import', () => added.forEach(test));
});

function test({ what, path = 'a.mjs', before, after, title }: Case): void {
  it(what, () => {
    const [fix] = fixesOf(path, before);
    assert.ok(fix, 'there is a fix');
    const fixed = applyFix(readMarked(before).text, fix);
    assert.equal(fixed, after.replace(/^\n/, ''));
    if (title !== undefined) assert.equal(fix.title, title);
    if (!before.includes('= ;')) assertValid(path, fixed);
  });
}
