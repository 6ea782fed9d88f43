// Templates and markup. To compile is what costs: once at startup it is nothing, with each request it is
// much. What renders a file by its name reads it on the same thread.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { advice, github, library, promise, worker } from '../builders';
import { addsUp, isOn } from '../judge';

const pug = library('pug', 'cpu-call', 'https://pugjs.org/api/reference.html');
const pugFile = library('pug', 'sync-file', 'https://pugjs.org/api/reference.html');
const ejs = library('ejs', 'cpu-call', github('mde/ejs'));
const handlebars = library('handlebars', 'cpu-call', github('handlebars-lang/handlebars.js'));
const nunjucks = library('nunjucks', 'cpu-call', 'https://mozilla.github.io/nunjucks/api.html');
const nunjucksFile = library('nunjucks', 'sync-file', 'https://mozilla.github.io/nunjucks/api.html');
const liquid = library('liquidjs', 'cpu-call', github('harttle/liquidjs'));
const liquidFile = library('liquidjs', 'sync-file', github('harttle/liquidjs'));
const react = library('react-dom/server', 'cpu-call', 'https://react.dev/reference/react-dom/server');
const marked = library('marked', 'cpu-call', github('markedjs/marked'));

const once = advice('Compile the template once, while the program starts, and keep the function');
const cached = advice('Turn the cache on, or compile once, while the program starts, and keep the function');
const markup = worker('Or render once and keep the result');
const inPieces = advice('`renderToPipeableStream` computes here too, but gives the thread back between the pieces');

/** With `cache: true` only the first call compiles. */
function unlessCached(options: number): (call: CallShape) => CostClass | undefined {
  return (call) => (isOn(call, options, 'cache') ? undefined : 'noticeable');
}

const pugRows: readonly BlockingRow[] = [
  pug('compile', 'noticeable', 'compiles the template', once),
  pug('render', unlessCached(1), 'compiles the template and renders it', cached, { harmless: "'p', { cache: true, filename: 'a' }" }),
  pug('compileClient', 'noticeable', 'compiles the template to a text', once),
  pugFile('compileFile', 'noticeable', 'reads the template and all that it includes, and compiles them', once),
  pugFile('renderFile', unlessCached(1), 'reads the template and all that it includes, compiles and renders them', cached, {
    harmless: "'a.pug', { cache: true }",
  }),
  pugFile('compileFileClient', 'noticeable', 'reads the template and compiles it to a text', once),
];

const ejsRows: readonly BlockingRow[] = [
  ejs('compile', addsUp, 'compiles the template', once),
  ejs('render', (call) => (isOn(call, 2, 'cache') ? undefined : 'tiny'), 'compiles the template and renders it', cached, {
    harmless: "'a', {}, { cache: true }",
  }),
  library('ejs', 'sync-file', github('mde/ejs'))(
    'renderFile',
    (call) => (isOn(call, 1, 'cache') || isOn(call, 2, 'cache') ? undefined : 'noticeable'),
    'reads the template and all that it includes on this thread, compiles and renders them',
    cached,
    { harmless: "'a.ejs', {}, { cache: true }" },
  ),
];

const engines: readonly BlockingRow[] = [
  handlebars('compile', addsUp, 'has the template compiled, when its function is called first', once),
  handlebars('precompile', 'noticeable', 'compiles the template to a text', once),
  library('mustache', 'cpu-call', github('janl/mustache.js'))(
    'render',
    addsUp,
    'parses the template, at first, and renders it',
    advice('Keep the template the same, so that its parsed form is used again'),
  ),
  nunjucksFile('render', addsUp, 'reads the template at first, compiles and renders it', once),
  nunjucks('renderString', 'noticeable', 'compiles the template and renders it', once),
  nunjucks('compile', 'noticeable', 'has the template compiled, when it is rendered first', once),
  nunjucksFile('precompile', 'noticeable', 'reads all templates of the folder and compiles them', once),
  nunjucksFile('Environment#render', addsUp, 'reads the template of the environment at first, compiles and renders it', once),
  nunjucks('Environment#renderString', 'noticeable', 'compiles the template in the environment and renders it', once),
  nunjucksFile('Environment#getTemplate', addsUp, 'reads the template at first', once),
  liquidFile(
    'Liquid#renderFileSync',
    'noticeable',
    'reads the template and all that it includes, and renders them',
    promise('liquidjs.Liquid#renderFile'),
  ),
  liquidFile('Liquid#parseFileSync', 'noticeable', 'reads the template and parses it', promise('liquidjs.Liquid#parseFile')),
  liquid('Liquid#parseAndRenderSync', addsUp, 'parses the template and renders it', once),
  library('eta', 'sync-file', github('eta-dev/eta'))(
    'Eta#render',
    addsUp,
    'reads the template, unless its cache is on, and compiles it',
    cached,
  ),
  library('eta', 'cpu-call', github('eta-dev/eta'))('Eta#renderString', addsUp, 'compiles the template and renders it', once),
  library('lodash', 'cpu-call', 'https://lodash.com/docs#template')('template', addsUp, 'compiles the template', once),
  library('mjml', 'cpu-call', github('mjmlio/mjml'))('', 'noticeable', 'parses the message and computes all its tables', markup),
];

const markups: readonly BlockingRow[] = [
  react('renderToString', 'noticeable', 'renders the whole tree of components', inPieces),
  react('renderToStaticMarkup', 'noticeable', 'renders the whole tree of components to plain markup', inPieces),
  library('preact-render-to-string', 'cpu-call', github('preactjs/preact-render-to-string'))(
    '',
    'noticeable',
    'renders the whole tree of components',
    advice('`renderToReadableStream` of `preact-render-to-string/stream` computes in pieces'),
  ),
  marked('', addsUp, 'parses the whole text and turns it into a page', markup),
  marked('parse', addsUp, 'parses the whole text and prints it as a page', markup),
  library('markdown-it', 'cpu-call', github('markdown-it/markdown-it'))(
    '#render',
    addsUp,
    'parses the whole text and turns it into a page',
    markup,
  ),
  library('showdown', 'cpu-call', github('showdownjs/showdown'))(
    'Converter#makeHtml',
    addsUp,
    'replaces in the whole text, rule after rule',
    markup,
  ),
  library('highlight.js', 'cpu-call', github('highlightjs/highlight.js'))('highlight', 'noticeable', 'parses the whole program', markup),
  library('highlight.js', 'cpu-call', github('highlightjs/highlight.js'))(
    'highlightAuto',
    'long',
    'parses the whole program once for each language that it knows',
    advice('Say the language: `highlight` parses once'),
  ),
];

export const templateRows: readonly BlockingRow[] = [...pugRows, ...ejsRows, ...engines, ...markups];
