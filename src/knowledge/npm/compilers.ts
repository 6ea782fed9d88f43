// Compilers, minifiers and formatters. Most of them compute on the thread that calls them even where
// they give a promise; the native ones have a variant that leaves it.

import type { BlockingRow, CallShape, CostClass, Remedy } from '../../core/knowledge';
import { advice, callback, github, library, promise, used, worker } from '../builders';
import { addsUp } from '../judge';

const babel = library('@babel/core', 'cpu-call', 'https://babeljs.io/docs/babel-core');
const swc = library('@swc/core', 'cpu-call', 'https://swc.rs/docs/usage/core');
const esbuild = library('esbuild', 'sync-process', 'https://esbuild.github.io/api/');
const typescript = library('typescript', 'cpu-call', 'https://github.com/microsoft/TypeScript/wiki/Using-the-Compiler-API');
const typescriptFiles = library('typescript', 'sync-file', 'https://github.com/microsoft/TypeScript/wiki/Using-the-Compiler-API');
const morph = library('ts-morph', 'sync-file', github('dsherret/ts-morph'));
const sass = library('sass', 'cpu-call', 'https://sass-lang.com/documentation/js-api/');
const embedded = library('sass-embedded', 'sync-process', 'https://sass-lang.com/documentation/js-api/');
const nodeSass = library('node-sass', 'cpu-call', github('sass/node-sass'));
const stylus = library('stylus', 'cpu-call', github('stylus/stylus'));
const terser = library('terser', 'cpu-call', github('terser/terser'));

const babelWorker = worker('Its promise and callback forms compute on the loop all the same');
const sassWorker = worker('Its promises compute on the loop all the same; the package `sass-embedded` compiles in a process of its own');

const configured = advice('Load the configuration once, while the program starts, and keep it');

/** Compiles on the thread that awaits it. */
const awaitedHere = 'and computes on the thread that awaits it';

const babelRows: readonly BlockingRow[] = [
  babel('transformSync', 'long', 'compiles the whole program', babelWorker),
  babel('transformFileSync', 'long', 'reads the file and compiles it', babelWorker),
  babel('transformFromAstSync', 'long', 'compiles the whole syntax tree', babelWorker),
  babel('transformAsync', 'long', `compiles the whole program, ${awaitedHere}`, worker()),
  babel('transformFileAsync', 'long', `reads the file and compiles it, ${awaitedHere}`, worker()),
  babel('transform', 'long', 'compiles the whole program on this thread, with a callback too', worker()),
  babel('transformFile', 'long', 'reads the file and compiles it on this thread, with a callback too', worker()),
  babel('parseSync', 'noticeable', 'parses the whole program', babelWorker),
  babel('loadOptionsSync', 'noticeable', 'reads the configuration and loads its plugins', configured),
  babel('loadPartialConfigSync', 'noticeable', 'reads the configuration', configured),
  babel('createConfigItemSync', 'noticeable', 'loads the plugin', configured),
  library('@babel/parser', 'cpu-call', 'https://babeljs.io/docs/babel-parser')('parse', addsUp, 'parses the whole program', worker()),
  library('acorn', 'cpu-call', github('acornjs/acorn'))('parse', addsUp, 'parses the whole program', worker()),
  library('recast', 'cpu-call', github('benjamn/recast'))('parse', addsUp, 'parses the whole program', worker()),
  library('recast', 'cpu-call', github('benjamn/recast'))('print', addsUp, 'prints the whole syntax tree', worker()),
];

const nativeRows: readonly BlockingRow[] = [
  swc('transformSync', 'noticeable', 'compiles the whole program', promise('@swc/core.transform')),
  swc('transformFileSync', 'noticeable', 'reads the file and compiles it', promise('@swc/core.transformFile')),
  swc('parseSync', 'noticeable', 'parses the whole program', promise('@swc/core.parse')),
  swc('parseFileSync', 'noticeable', 'reads the file and parses it', promise('@swc/core.parseFile')),
  swc('printSync', 'noticeable', 'prints the whole syntax tree', promise('@swc/core.print')),
  swc('minifySync', 'noticeable', 'minifies the whole program', promise('@swc/core.minify')),
  esbuild('buildSync', 'long', 'starts the compiler and waits until everything is bundled', promise('esbuild.build')),
  esbuild('transformSync', 'noticeable', 'starts the compiler and waits for the result', promise('esbuild.transform')),
  esbuild('formatMessagesSync', 'noticeable', 'starts the compiler to print messages', promise('esbuild.formatMessages')),
  esbuild('analyzeMetafileSync', 'noticeable', 'starts the compiler to print an analysis', promise('esbuild.analyzeMetafile')),
];

const typescriptRows: readonly BlockingRow[] = [
  typescript('transpileModule', 'noticeable', 'parses the whole program and prints it without types', worker()),
  typescript('transpile', 'noticeable', 'parses the whole program and gives it without types', worker()),
  typescript('createSourceFile', addsUp, 'parses the whole program', worker()),
  typescript('createProgram', 'long', 'reads and parses all files of the program and of its libraries', worker()),
  typescript('Program#emit', 'long', 'prints all files of the program and writes them', worker()),
  typescript('Program#getSemanticDiagnostics', 'long', 'checks the types of the whole program', worker()),
  typescriptFiles('sys.readFile', 'noticeable', 'reads the whole file', promise('node:fs/promises.readFile')),
  typescriptFiles('sys.writeFile', 'noticeable', 'writes the whole file', promise('node:fs/promises.writeFile')),
  typescriptFiles('sys.readDirectory', 'long', 'walks the whole tree', promise('node:fs/promises.readdir')),
  used(
    'new',
    morph('Project', projectCost, 'reads the configuration and all files that it names', worker(), {
      example: "{ tsConfigFilePath: 'tsconfig.json' }",
      harmless: '{}',
    }),
  ),
  morph('Project#addSourceFilesAtPaths', 'long', 'reads and parses all files that the patterns match', worker()),
  morph('Project#saveSync', 'long', 'writes all files that have changed', promise('ts-morph.Project#save')),
];

/** Without a configuration a project is empty at first. */
function projectCost(call: CallShape): CostClass | undefined {
  return call.option(0, 'tsConfigFilePath') === undefined ? undefined : 'long';
}

const minifying: Remedy = worker('Its promise computes on the loop all the same');

const minifiers: readonly BlockingRow[] = [
  terser('minify', 'long', `parses, optimizes and prints the whole program, ${awaitedHere}`, minifying),
  terser('minify_sync', 'long', 'parses, optimizes and prints the whole program', minifying),
  library('uglify-js', 'cpu-call', github('mishoo/UglifyJS'))('minify', 'long', 'parses, optimizes and prints the whole program', worker()),
  library('javascript-obfuscator', 'cpu-call', github('javascript-obfuscator/javascript-obfuscator'))(
    'obfuscate',
    'long',
    'parses the whole program and rewrites it',
    worker(),
  ),
  library('html-minifier', 'cpu-call', github('kangax/html-minifier'))(
    'minify',
    'noticeable',
    'parses the whole page and prints it',
    worker(),
  ),
  library('html-minifier-terser', 'cpu-call', github('terser/html-minifier-terser'))(
    'minify',
    'noticeable',
    `parses the whole page and prints it, ${awaitedHere}`,
    worker(),
  ),
  library('clean-css', 'cpu-call', github('clean-css/clean-css'))(
    '#minify',
    'noticeable',
    'parses the whole style sheet and optimizes it',
    worker(),
  ),
  library('csso', 'cpu-call', github('css/csso'))('minify', 'noticeable', 'parses the whole style sheet and optimizes it', worker()),
  library('svgo', 'cpu-call', github('svg/svgo'))('optimize', 'noticeable', 'parses the whole image and optimizes it', worker()),
];

const prettier = library('prettier', 'cpu-call', 'https://prettier.io/docs/api');

const formatters: readonly BlockingRow[] = [
  prettier('format', 'long', `parses the whole text and prints it anew, ${awaitedHere}`, minifying),
  prettier('formatWithCursor', 'long', `parses the whole text, prints it and moves the cursor, ${awaitedHere}`, minifying),
  prettier('check', 'long', `parses the whole text and prints it to compare, ${awaitedHere}`, minifying),
];

const styleSheets: readonly BlockingRow[] = [
  sass('compile', 'long', 'reads the style sheet and all that it uses, and compiles them', sassWorker),
  sass('compileString', 'long', 'compiles the style sheet and all that it uses', sassWorker),
  sass('compileAsync', 'long', `reads the style sheet and all that it uses, ${awaitedHere}`, sassWorker),
  sass('compileStringAsync', 'long', `compiles the style sheet and all that it uses, ${awaitedHere}`, sassWorker),
  sass('renderSync', 'long', 'reads the style sheet and all that it uses, and renders them', sassWorker),
  sass('render', 'long', 'compiles on this thread, with a callback too', sassWorker),
  embedded('compile', 'long', 'waits until another process has compiled the style sheet', promise('sass-embedded.compileAsync')),
  embedded('compileString', 'long', 'waits until another process has compiled the text', promise('sass-embedded.compileStringAsync')),
  nodeSass('renderSync', 'long', 'reads the style sheet and all that it uses, and renders them', callback('node-sass.render')),
  library('less', 'cpu-call', github('less/less.js'))('render', 'long', `compiles the style sheet, ${awaitedHere}`, worker()),
  stylus('render', 'long', 'compiles the style sheet, reading on this thread what it imports', worker()),
  stylus('Renderer#render', 'long', 'compiles the text, reading on this thread what it imports', worker()),
  library('postcss', 'cpu-call', github('postcss/postcss'))(
    'LazyResult#sync',
    'noticeable',
    'runs all plugins over the whole style sheet',
    worker(),
  ),
];

export const compilerRows: readonly BlockingRow[] = [
  ...babelRows,
  ...nativeRows,
  ...typescriptRows,
  ...minifiers,
  ...formatters,
  ...styleSheets,
];
