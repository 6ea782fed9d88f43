// Looks Node's own modules over, on whatever Node runs this file: which of the API paths given on
// standard input do not exist there, and which exports have a name that ends in `Sync`.

const { builtinModules } = require('node:module');

const load = require;
const prefixOnly = ['node:sqlite', 'node:sea', 'node:test', 'node:test/reporters', 'node:ffi', 'node:quic', 'node:vfs'];

/** Classes that are not exported, by something that has their members. */
const samples = {
  'node:sqlite.SQLTagStore': () => new (load('node:sqlite').DatabaseSync)(':memory:').createTagStore(10),
  'node:sqlite.Session': () => new (load('node:sqlite').DatabaseSync)(':memory:').createSession(),
  'node:http2.Http2Server': () => load('node:http2').createServer(),
  'node:http2.Http2SecureServer': () => load('node:http2').createSecureServer(),
  'node:http2.Http2Session': () => clientSession(),
  'node:http2.ClientHttp2Session': () => clientSession(),
  'node:zlib.Zlib': () => load('node:zlib').createGzip(),
  'node:zlib.ZipEntry': () => load('node:zlib').ZipEntry.createSync('a', load('node:buffer').Buffer.from('a')),
  'node:fs.FSWatcher': () => load('node:fs').watch(__dirname),
  'node:child_process.ChildProcess': () => load('node:child_process').spawn(process.execPath, ['--version']),
  'node:worker_threads.ParentPort': () => new (load('node:worker_threads').MessageChannel)().port1,
};

function clientSession() {
  const session = load('node:http2').connect('http://127.0.0.1:9');
  session.on('error', () => {});
  session.unref();
  return session;
}

/** True if this Node has what the path `node:module.Class#member` or `node:module.member` names. */
function exists(api) {
  const [owner, member] = api.split('#');
  if (member === undefined) return valueOf(owner) !== undefined || memberOf(owner) !== undefined;
  const instance = samples[owner] ? samples[owner]() : valueOf(owner)?.prototype;
  return instance != null && (member === '' || member.split('.')[0] in Object(instance));
}

function valueOf(path) {
  const found = memberOf(path);
  return path === moduleOf(path) ? loadModule(path) : found?.holder[found.name];
}

/** Where the last name of a path without `#` stands, if it stands anywhere. */
function memberOf(path) {
  const names = path.slice(moduleOf(path).length + 1).split('.');
  const name = names.pop();
  const holder = names.reduce((value, one) => value?.[one], loadModule(moduleOf(path)));
  return holder != null && name in holder ? { holder, name } : undefined;
}

function moduleOf(path) {
  return /^(?:node:[\w/]+|global)/.exec(path)[0];
}

function loadModule(name) {
  if (name === 'global') return globalThis;
  try {
    return load(name);
  } catch {
    return undefined;
  }
}

/** API paths of all exports, and of members of exported classes and objects, whose names end in `Sync`. */
function syncNames() {
  const modules = [...builtinModules.filter((name) => !/^_/.test(name)).map((name) => `node:${name.replace(/^node:/, '')}`), ...prefixOnly];
  return [...new Set(modules)].flatMap((name) => {
    const exported = loadModule(name);
    return exported === undefined ? [] : namesIn(exported, `${name}.`, 1);
  });
}

function namesIn(holder, prefix, depth) {
  return Object.getOwnPropertyNames(holder).flatMap((name) => {
    const own = /Sync$/.test(name) ? [prefix + name] : [];
    const value = Object.getOwnPropertyDescriptor(holder, name).value;
    if (depth === 0 || value === null || (typeof value !== 'object' && typeof value !== 'function')) return own;
    const members = name === 'default' ? [] : namesIn(value, `${prefix}${name}.`, depth - 1);
    const methods = typeof value === 'function' && value.prototype ? namesIn(value.prototype, `${prefix}${name}#`, 0) : [];
    return [...own, ...members, ...methods];
  });
}

let input = '';
process.stdin.on('data', (piece) => (input += piece));
process.stdin.on('end', () => {
  const missing = JSON.parse(input).filter((api) => !exists(api));
  process.stdout.write(JSON.stringify({ missing, syncNames: syncNames() }), () => process.exit());
});
