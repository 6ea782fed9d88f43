// What the calibration runs: operations that compute, each with several arguments. There is no expectation here: what
// is expected of a snippet is what the analyzer says of its text. `$` in the code stands for the argument. The arguments
// are chosen to reach small, middle and large, mostly by a factor of two or more from where one class ends.

export interface Operation {
  /** Lines at the top of the module: they run before anything is measured, and the analyzer reads them. */
  readonly head?: string;
  readonly code: string;
  readonly args: readonly string[];
  /** The package of npm that it needs. */
  readonly needs?: string;
}

export const inJavaScript: readonly Operation[] = [
  { code: `crypto.pbkdf2Sync('secret', 'salt', $, 32, 'sha256')`, args: ['500', '20_000', '600_000'] },
  { code: `crypto.scryptSync('secret', 'salt', 64, { N: $ })`, args: ['2 ** 7', '2 ** 12', '2 ** 17'].map((n) => `${n}, maxmem: 2 ** 30`) },
  { code: `crypto.generateKeyPairSync('rsa', { modulusLength: $ })`, args: ['1024', '2048', '3072'] },
  { code: `crypto.generateKeyPairSync('ec', { namedCurve: '$' })`, args: ['P-256', 'P-384'] },
  { code: `crypto.generatePrimeSync($)`, args: ['256', '512', '1024', '1536'] },
  { code: `crypto.createDiffieHellman($)`, args: ['512', '640', '768'] },
  { code: `crypto.randomBytes($)`, args: ['16', '20_000_000', '200_000_000'] },
  { code: `crypto.randomFillSync(Buffer.alloc($))`, args: ['1000', '20_000_000'] },
  { code: `crypto.createHash('sha256').update(Buffer.alloc($)).digest()`, args: ['1000', '10_000_000', '100_000_000'] },
  { code: `crypto.createHash('md5').update('x'.repeat($)).digest()`, args: ['1000', '5_000_000', '100_000_000'] },
  { code: `crypto.createHmac('sha512', 'key').update(Buffer.alloc($)).digest()`, args: ['1000', '10_000_000'] },
  {
    head: `const { privateKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });`,
    code: `crypto.sign('sha256', Buffer.alloc($), privateKey)`,
    args: ['16', '1000'],
  },
  { code: `crypto.hkdfSync('sha256', 'key', 'salt', 'info', $)`, args: ['32', '64'] },
  { head: data('crypto.randomBytes'), code: `zlib.gzipSync(data)`, args: ['1000', '200_000', '10_000_000'] },
  { head: data('crypto.randomBytes'), code: `zlib.deflateSync(data, { level: 1 })`, args: ['1000', '1_000_000'] },
  { head: data('crypto.randomBytes'), code: `zlib.brotliCompressSync(data)`, args: ['20_000', '1_000_000'] },
  { head: data('crypto.randomBytes'), code: `zlib.deflateRawSync(data)`, args: ['1000', '500_000', '8_000_000'] },
  { head: `const data = JSON.stringify(new Array($).fill(0));`, code: `JSON.parse(data)`, args: ['100', '200_000', '5_000_000'] },
  { code: `JSON.stringify(new Array($).fill(0))`, args: ['100', '100_000', '3_000_000'] },
  { code: `JSON.stringify('x'.repeat($))`, args: ['100', '3_000_000', '60_000_000'] },
  { code: `structuredClone(new Array($).fill(0))`, args: ['100', '100_000', '2_000_000'] },
  { code: `v8.serialize(new Array($).fill(0))`, args: ['100', '200_000', '4_000_000'] },
  { head: `const data = v8.serialize(new Array($).fill(0));`, code: `v8.deserialize(data)`, args: ['100', '200_000', '5_000_000'] },
  {
    head: `const numbers = Array.from({ length: $ }, Math.random);`,
    code: `numbers.toSorted((a, b) => a - b)`,
    args: ['100', '20_000', '500_000'],
  },
  { head: `const numbers = Array.from({ length: $ }, Math.random);`, code: `numbers.toSorted()`, args: ['100', '10_000', '300_000'] },
  { code: `Array.from({ length: $ }, Math.random)`, args: ['100', '200_000', '5_000_000'] },
  { head: `const pieces = [...Buffer.alloc($)];`, code: `Buffer.from(pieces)`, args: ['100'] },
  { needs: 'bcryptjs', code: `await bcrypt.hash('secret', $)`, args: ['4', '8', '12'], head: `import bcrypt from 'bcryptjs';` },
  { needs: 'bcryptjs', code: `bcrypt.hashSync('secret', $)`, args: ['4', '9', '11'], head: `import bcrypt from 'bcryptjs';` },
  {
    needs: 'bcryptjs',
    code: `await bcrypt.compare('secret', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy')`,
    args: [''],
    head: `import bcrypt from 'bcryptjs';`,
  },
  { needs: 'terser', code: `await minify(source)`, args: [''], head: `import { minify } from 'terser';\nconst source = ${program(400)};` },
  {
    needs: 'sass',
    code: `await sass.compileStringAsync(source)`,
    args: [''],
    head: `import * as sass from 'sass';\nconst source = Array.from({ length: 1500 }, (_, i) => \`.a\${i} { .b { margin: \${i}px + 2px; } }\`).join('\\n');`,
  },
  {
    needs: 'prettier',
    code: `await prettier.format(source, { parser: 'babel' })`,
    args: [''],
    head: `import * as prettier from 'prettier';\nconst source = ${program(400)};`,
  },
  {
    needs: '@babel/core',
    code: `await babel.transformAsync(source, { configFile: false, babelrc: false })`,
    args: [''],
    head: `import babel from '@babel/core';\nconst source = ${program(800)};`,
  },
  {
    needs: 'cheerio',
    code: `cheerio.load('<p class="a">text</p>'.repeat($))`,
    args: ['3_000', '60_000'],
    head: `import * as cheerio from 'cheerio';`,
  },
  { needs: 'js-yaml', code: `yaml.load('- name: text\\n'.repeat($))`, args: ['3_000', '60_000'], head: `import * as yaml from 'js-yaml';` },
  {
    needs: 'csv-parse',
    code: `parse('a,b,c,d\\n'.repeat($))`,
    args: ['5_000', '150_000'],
    head: `import { parse } from 'csv-parse/sync';`,
  },
  {
    needs: 'fast-xml-parser',
    code: `new XMLParser().parse('<a>' + '<b c="d">e</b>'.repeat(20) + '</a>')`,
    args: [''],
    head: `import { XMLParser } from 'fast-xml-parser';`,
  },
  {
    needs: 'handlebars',
    code: `handlebars.compile('{{#each list}}{{name}}{{/each}}')({ list: [] })`,
    args: [''],
    head: `import handlebars from 'handlebars';`,
  },
  { needs: 'marked', code: `marked.parse('a *b* \`c\`')`, args: [''], head: `import { marked } from 'marked';` },
  { needs: 'pug', code: `pug.compile('ul\\n  each x in list\\n    li= x')`, args: [''], head: `import pug from 'pug';` },
  {
    needs: 'xlsx',
    code: `xlsx.read(workbook)`,
    args: [''],
    head: `import xlsx from 'xlsx';\nconst sheet = xlsx.utils.aoa_to_sheet(Array.from({ length: 5000 }, (_, i) => [i, 'name ' + i, i * 2, 'text']));\nconst workbook = xlsx.write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'buffer', bookType: 'xlsx' });`,
  },
  { code: `let sum = 0; for (let i = 0; i < $; i++) sum += i`, args: ['100_000', '20_000_000', '500_000_000'] },
  { code: `const cells = []; for (let x = 0; x < $; x++) for (let y = 0; y < $; y++) cells.push(x * y)`, args: ['100', '1000', '3000'] },
  { code: `const end = Date.now() + $; while (Date.now() < end) {}`, args: ['5', '80'] },
  { head: `const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));`, code: `fib($)`, args: ['20', '32'] },
  {
    head: `const url = 'data:application/json,[' + '1,'.repeat($) + '2]';`,
    code: `const items = await (await fetch(url)).json(); items.filter((item) => !items.includes(item + 2))`,
    args: ['1000', '20_000'],
  },
];

export const inPython: readonly Operation[] = [
  { code: `hashlib.pbkdf2_hmac('sha256', b'secret', b'salt', $)`, args: ['500', '20_000', '600_000'] },
  { code: `hashlib.scrypt(b'secret', salt=b'salt', n=$, r=8, p=1, maxmem=2 ** 30)`, args: ['2 ** 7', '2 ** 12', '2 ** 16'] },
  { code: `hashlib.sha256(bytes($)).digest()`, args: ['1000', '10_000_000', '100_000_000'] },
  { code: `hashlib.md5(b'x' * $).digest()`, args: ['1000', '5_000_000', '100_000_000'] },
  { code: `hashlib.new('sha512', bytes($)).digest()`, args: ['1000', '10_000_000'] },
  { head: `digest = hashlib.sha1()`, code: `digest.update(bytes($))`, args: ['1000', '10_000_000'] },
  { code: `hashlib.blake2b(bytes($)).digest()`, args: ['1000', '10_000_000'] },
  { head: random(), code: `zlib.compress(data)`, args: ['1000', '300_000', '6_000_000'] },
  { head: random(), code: `gzip.compress(data)`, args: ['1000', '300_000', '6_000_000'] },
  { head: random(), code: `bz2.compress(data)`, args: ['20_000', '600_000'] },
  { head: random(), code: `lzma.compress(data)`, args: ['5_000', '400_000'] },
  { head: `data = zlib.compress(bytes($))`, code: `zlib.decompress(data)`, args: ['1000'] },
  { head: `data = json.dumps([0] * $)`, code: `json.loads(data)`, args: ['100', '100_000', '2_000_000'] },
  { head: `data = [0] * $`, code: `json.dumps(data)`, args: ['100', '50_000', '1_000_000'] },
  { code: `json.dumps('x' * $)`, args: ['100', '500_000'] },
  { head: `data = [0] * $`, code: `pickle.dumps(data)`, args: ['100', '200_000', '4_000_000'] },
  { head: `data = pickle.dumps([0] * $)`, code: `pickle.loads(data)`, args: ['100', '200_000', '6_000_000'] },
  { head: `data = [0] * $`, code: `copy.deepcopy(data)`, args: ['100', '20_000', '500_000'] },
  { head: `data = [random.random() for _ in range($)]`, code: `sorted(data)`, args: ['100', '30_000', '600_000'] },
  { head: `data = [random.random() for _ in range($)]`, code: `sorted(data, key=abs)`, args: ['30_000', '600_000'] },
  { code: `sum(range($))`, args: ['1000', '300_000', '10_000_000'] },
  { code: `list(range($))`, args: ['1000', '300_000', '5_000_000'] },
  { code: `set(range($))`, args: ['1000', '300_000', '5_000_000'] },
  { code: `max(range($))`, args: ['1000', '300_000', '10_000_000'] },
  { head: random(), code: `base64.b64encode(data)`, args: ['1000', '2_000_000', '60_000_000'] },
  { head: `data = base64.b64encode(os.urandom($))`, code: `base64.b64decode(data)`, args: ['1000', '2_000_000', '60_000_000'] },
  { code: `math.factorial($)`, args: ['100', '10_000', '100_000'] },
  { code: `ast.parse('a = f(1, [2, 3])\\n' * $)`, args: ['10', '400', '5_000'] },
  { head: `data = [0] * $`, code: `random.shuffle(data)`, args: ['100', '10_000', '300_000'] },
  { head: `data = [random.random() for _ in range($)]`, code: `statistics.mean(data)`, args: ['100', '10_000', '300_000'] },
  { head: `data = [random.random() for _ in range($)]`, code: `statistics.stdev(data)`, args: ['100', '10_000', '300_000'] },
  {
    head: `lines = ['line %d' % (i % 700) for i in range(600)]\nothers = ['line %d' % (i % 900) for i in range(600)]`,
    code: `difflib.SequenceMatcher(None, lines, others).ratio()`,
    args: [''],
  },
  { code: `time.sleep($)`, args: ['0.0002', '0.02', '0.12'] },
  { needs: 'yaml', code: `yaml.safe_load('- name: text\\n' * $)`, args: ['50', '3_000'], head: `import yaml` },
  { needs: 'yaml', code: `yaml.safe_dump(data)`, args: ['100', '3_000'], head: `import yaml\ndata = [{'name': i} for i in range($)]` },
  { needs: 'numpy', code: `numpy.linalg.svd(data)`, args: ['150'], head: `import numpy\ndata = numpy.random.rand($, $)` },
  { code: `for number in range($): total = number * number`, args: ['5_000', '1_000_000', '20_000_000'] },
  { code: `cells = [x * y for x in range($) for y in range($)]`, args: ['50', '900', '3_000'] },
  { head: `def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)`, code: `fib($)`, args: ['15', '27'] },
  {
    head: `import tempfile\npath = tempfile.mktemp()\nopen(path, 'w').write(json.dumps(list(range($))))`,
    code: `items = json.loads(open(path).read()); [1 for a in items for b in items if a == b]`,
    args: ['300', '2_000'],
  },
];

function data(make: string): string {
  return `const data = ${make}($);`;
}

function random(): string {
  return `data = os.urandom($)`;
}

/** A program of so many functions, as an expression. */
function program(functions: number): string {
  return `Array.from({ length: ${functions} }, (_, i) => \`export function f\${i}(first, second) { const sum = first + second * \${i}; return sum > 1 ? [sum, { first }] : null; }\`).join('\\n')`;
}
