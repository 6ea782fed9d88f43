// Parsers that take a whole text and compute until all of it is read. Times were measured with texts
// of 10 to 100 KiB, the size of usual documents.

import type { BlockingRow, CallShape, CostClass, Remedy } from '../../core/knowledge';
import { advice, github, library, used, worker } from '../builders';
import { addsUp, grows, isOn, type Judgement } from '../judge';

const cheerio = library('cheerio', 'cpu-call', github('cheeriojs/cheerio'));
const jsdom = library('jsdom', 'cpu-call', github('jsdom/jsdom'));
const xmlJs = library('xml-js', 'cpu-call', github('nashwaan/xml-js'));
const xml2js = library('xml2js', 'cpu-call', github('Leonidas-from-XIV/node-xml2js'));
const fastXml = library('fast-xml-parser', 'cpu-call', github('NaturalIntelligence/fast-xml-parser'));
const jsYaml = library('js-yaml', 'cpu-call', github('nodeca/js-yaml'));
const yaml = library('yaml', 'cpu-call', github('eemeli/yaml'));
const csv = library('papaparse', 'cpu-call', github('mholt/PapaParse'));

/** Bytes of a usual document in a millisecond. */
function parsing(bytes: number, usual: CostClass | Judgement): Judgement {
  return grows({ of: 0, bytes, does: 'parses', usual });
}

const large = worker('It pays for large texts only');
const stream: Remedy = worker('For large texts a streaming parser (`saxes`, `htmlparser2`) gives the thread back between the pieces');
const csvStream: Remedy = worker('Or use the streaming form, which computes here too, but in pieces');

const html: readonly BlockingRow[] = [
  cheerio('load', parsing(5_000, 'noticeable'), 'parses the whole page', stream),
  cheerio('loadBuffer', parsing(5_000, 'noticeable'), 'guesses the encoding and parses the whole page', stream),
  used('new', jsdom('JSDOM', 'long', 'builds a window, parses the whole page and runs its scripts if told to', worker())),
  jsdom('JSDOM.fragment', 'noticeable', 'parses the whole fragment', worker()),
  library('node-html-parser', 'cpu-call', github('taoqf/node-html-parser'))(
    'parse',
    parsing(10_000, 'noticeable'),
    'parses the whole page',
    stream,
  ),
  library('htmlparser2', 'cpu-call', github('fb55/htmlparser2'))(
    'parseDocument',
    'noticeable',
    'parses the whole page',
    worker('Or write to its `Parser` piece by piece'),
  ),
  library('parse5', 'cpu-call', github('inikulin/parse5'))(
    'parse',
    'noticeable',
    'parses the whole page',
    worker('The package `parse5-parser-stream` parses in pieces'),
  ),
  library('linkedom', 'cpu-call', github('WebReflection/linkedom'))('parseHTML', 'noticeable', 'parses the whole page', stream),
  library('sanitize-html', 'cpu-call', github('apostrophecms/sanitize-html'))(
    '',
    addsUp,
    'parses the whole text and cleans every element',
    worker(),
  ),
  library('html-to-text', 'cpu-call', github('html-to-text/node-html-to-text'))(
    'convert',
    addsUp,
    'parses the whole page and lays out its text',
    worker(),
  ),
  library('turndown', 'cpu-call', github('mixmark-io/turndown'))(
    '#turndown',
    addsUp,
    'parses the whole page and turns every element into Markdown',
    worker(),
  ),
  library('juice', 'cpu-call', github('Automattic/juice'))(
    '',
    'noticeable',
    'parses the page and its style sheets and matches every rule',
    worker(),
  ),
];

const xml: readonly BlockingRow[] = [
  xmlJs('xml2js', addsUp, 'parses the whole document', stream),
  xmlJs('xml2json', addsUp, 'parses the whole document and turns it into JSON', stream),
  xmlJs('js2xml', addsUp, 'turns the whole value into a document', worker()),
  xmlJs('json2xml', addsUp, 'parses the JSON and turns it into a document', worker()),
  xml2js('parseString', unlessInPieces(1), 'parses the whole document and calls back before it returns', inPieces(), {
    harmless: "'<a/>', { async: true }, () => {}",
  }),
  xml2js('parseStringPromise', unlessInPieces(1), 'parses the whole document on the thread that awaits it', inPieces(), {
    harmless: "'<a/>', { async: true }",
  }),
  xml2js('Parser#parseString', addsUp, 'parses the whole document, unless the parser was made with `async: true`', inPieces()),
  xml2js(
    'Parser#parseStringPromise',
    addsUp,
    'parses the whole document, unless made with `async: true`, on the thread that awaits it',
    inPieces(),
  ),
  xml2js('Builder#buildObject', addsUp, 'turns the whole value into a document', worker()),
  fastXml('XMLParser#parse', parsing(10_000, addsUp), 'parses the whole document', stream),
  fastXml('XMLBuilder#build', addsUp, 'turns the whole value into a document', worker()),
  fastXml('XMLValidator.validate', addsUp, 'reads the whole document for errors', stream),
  library('@xmldom/xmldom', 'cpu-call', github('xmldom/xmldom'))('DOMParser#parseFromString', addsUp, 'parses the whole document', stream),
  library('plist', 'cpu-call', github('TooTallNate/plist.js'))('parse', addsUp, 'parses the whole property list', worker()),
];

const data: readonly BlockingRow[] = [
  jsYaml('load', parsing(6_000, addsUp), 'parses the whole text', large),
  jsYaml('loadAll', addsUp, 'parses all documents of the text', large),
  jsYaml('dump', addsUp, 'turns the whole value into text', large),
  yaml('parse', parsing(1_000, addsUp), 'parses the whole text', large),
  yaml('parseDocument', addsUp, 'parses the whole text to a document', large),
  yaml('parseAllDocuments', addsUp, 'parses all documents of the text', large),
  yaml('stringify', addsUp, 'turns the whole value into text', large),
  library('toml', 'cpu-call', github('BinaryMuse/toml-node'))('parse', addsUp, 'parses the whole text', large),
  library('@iarna/toml', 'cpu-call', github('iarna/iarna-toml'))(
    'parse',
    addsUp,
    'parses the whole text',
    advice('`TOML.parse.async` gives the thread back between the pieces'),
  ),
  library('csv-parse/sync', 'cpu-call', github('adaltas/node-csv'))(
    'parse',
    parsing(10_000, 'noticeable'),
    'parses the whole table',
    csvStream,
  ),
  library('csv-parse', 'cpu-call', github('adaltas/node-csv'))(
    'parse',
    withCallback,
    'parses the whole table before it gives the thread back, with a callback too',
    csvStream,
    { example: 'data, () => {}', harmless: '{ columns: true }' },
  ),
  library('csv-stringify/sync', 'cpu-call', github('adaltas/node-csv'))(
    'stringify',
    'noticeable',
    'turns the whole table into text',
    csvStream,
  ),
  csv('parse', papaParse, 'parses the whole table', worker('Or give it a readable stream, which it parses in pieces'), {
    harmless: "'', { worker: true }",
  }),
  csv('unparse', grows({ of: 0, elements: 500, does: 'turns into text', usual: addsUp }), 'turns the whole table into text', worker()),
  library('node-ical', 'cpu-call', github('jens-maus/node-ical'))(
    'sync.parseICS',
    'noticeable',
    'parses the whole calendar',
    advice('`ical.async.parseICS` gives the thread back between the pieces'),
  ),
  library('jschardet', 'cpu-call', github('aadsm/jschardet'))(
    'detect',
    addsUp,
    'compares the text with one encoding after another',
    worker('The first kilobytes are enough'),
  ),
];

/** Without a callback it is a stream, which is given pieces. */
function withCallback(call: CallShape): ReturnType<Judgement> {
  const last = call.argCount - 1;
  return last > 0 && call.isFunction(last) ? parsing(10_000, 'noticeable')(call) : undefined;
}

/** With `async: true` it gives the thread back between pieces. */
function unlessInPieces(options: number): (call: CallShape) => ReturnType<typeof addsUp> {
  return (call) => (isOn(call, options, 'async') ? undefined : addsUp(call));
}

function inPieces(): Remedy {
  return worker('With `async: true` it computes in pieces');
}

/** A worker computes elsewhere, a stream brings pieces. */
function papaParse(call: CallShape): CostClass | undefined {
  const input = call.arg(0);
  const isStream = input?.kind === 'member' && input.name === 'NODE_STREAM_INPUT';
  return isStream || isOn(call, 1, 'worker') || isOn(call, 1, 'download') ? undefined : 'noticeable';
}

export const parserRows: readonly BlockingRow[] = [...html, ...xml, ...data];
