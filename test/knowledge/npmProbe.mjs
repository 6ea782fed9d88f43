// Looks a package over in the folder that this file was copied to: which of the API paths given as
// arguments (module, names, member, each path as JSON) exist when the package is loaded, and which
// modules could be loaded. Of what is only known as a module it is enough that it loads.

import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';

/** Instances and functions that are not exported, by something that is. `it` has all exports, `main` is the default one. */
const samples = {
  'adm-zip': ({ main }) => new main(),
  'adm-zip.IZipEntry': ({ main }) => {
    const zip = new main();
    zip.addFile('a', Buffer.from('a'));
    return zip.getEntry('a');
  },
  convict: ({ main }) => main({}),
  'cosmiconfig.PublicExplorerSync': ({ it }) => it.cosmiconfigSync('a'),
  'fdir.APIBuilder': ({ it }) => new it.fdir().crawl('.'),
  jiti: ({ it }) => it.createJiti(import.meta.url),
  'lilconfig.SyncSearcher': ({ it }) => it.lilconfigSync('a'),
  'make-synchronous': ({ main }) => main(() => {}),
  'postcss.LazyResult': ({ main }) => main([() => {}]).process('', { from: undefined }),
  'postcss.Processor': ({ main }) => main([]),
  'prompt-sync': ({ main }) => main(),
  rfdc: ({ main }) => main(),
  'shelljs.ShellString': ({ it }) => it.ShellString('a'),
  'stylus.Renderer': ({ main }) => main(''),
  'synckit.createSyncFn': ({ it }) => it.createSyncFn(import.meta.filename),
  'typescript.Program': ({ it }) => it.createProgram([], {}),
};

async function load(module) {
  const loaded = [];
  for (const how of [(name) => import(name), async (name) => createRequire(import.meta.url)(name)]) {
    try {
      loaded.push(await how(module));
    } catch {
      // It is native, or made for the other way to load it.
    }
  }
  return loaded;
}

/** The default export may be wrapped in another by whoever transpiled it. */
function layers(exported) {
  return [exported, exported?.default, exported?.default?.default].filter((one) => one != null);
}

function valueOf(exported, names) {
  for (const layer of layers(exported)) {
    let value = layer;
    for (const name of names) value = value?.[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

function mainOf(exported) {
  return layers(exported).find((one) => typeof one === 'function') ?? exported;
}

function sampleOf(exported, path) {
  const sample = samples[path];
  if (!sample) return undefined;
  try {
    return sample({ main: mainOf(exported), it: Object.assign({}, ...layers(exported).reverse()) });
  } catch {
    return undefined;
  }
}

function has(exported, { path, names, member, isModule, isCalled }) {
  if (isModule) return true;
  const value = names.length === 0 ? mainOf(exported) : valueOf(exported, names);
  if (member === undefined) return names.length === 0 ? typeof value === 'function' : value !== undefined;
  const sample = sampleOf(exported, path);
  if (member === '') return isCalled ? typeof sample === 'function' : sample !== undefined || value?.prototype !== undefined;
  return [sample, value?.prototype].some((one) => one != null && member in Object(one));
}

const found = [];
const loadable = new Set();
for (const text of process.argv.slice(2)) {
  const api = JSON.parse(text);
  const exported = await load(api.module);
  if (exported.length > 0) loadable.add(api.module);
  if (exported.some((one) => has(one, api))) found.push(api.api);
}
process.stdout.write(`\n${JSON.stringify({ found, loadable: [...loadable] })}\n`, () => process.exit());
