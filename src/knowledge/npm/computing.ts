// Searches, language, learning and comparing over data in memory: the time grows with the data.

import type { BlockingRow } from '../../core/knowledge';
import { advice, github, library, worker } from '../builders';
import { addsUp } from '../judge';

const fuse = library('fuse.js', 'cpu-call', github('krisk/fuse'));
const lunr = library('lunr', 'cpu-call', github('olivernn/lunr.js'));
const miniSearch = library('minisearch', 'cpu-call', github('lucaong/minisearch'));
const natural = library('natural', 'cpu-call', github('NaturalNode/natural'));
const diff = library('diff', 'cpu-call', github('kpdecker/jsdiff'));
const graphql = library('graphql', 'cpu-call', 'https://www.graphql-js.org/api-v16/graphql/');
const isolate = library('isolated-vm', 'cpu-call', github('laverdet/isolated-vm'));
const elsewhere = advice('Compute it in a worker thread, and keep the result');

const once = advice('Do it once, while the program starts, and keep the result');
const isolateNote = worker('An isolate may run on another thread: its promise variants do');

const searching: readonly BlockingRow[] = [
  fuse('#search', 'noticeable', 'compares the text with every record', worker()),
  lunr('', 'noticeable', 'builds the index of all documents', once),
  lunr('Index#search', addsUp, 'searches the index and ranks what it finds', worker()),
  miniSearch('#addAll', 'noticeable', 'adds all documents to the index', advice('`addAllAsync` adds them in pieces')),
  miniSearch('#search', addsUp, 'searches the index and ranks what it finds', worker()),
  library('string-similarity', 'cpu-call', github('aceakash/string-similarity'))(
    'findBestMatch',
    'noticeable',
    'compares the text with each candidate',
    worker(),
  ),
  library('supercluster', 'cpu-call', github('mapbox/supercluster'))('#load', 'long', 'clusters all points for every zoom level', once),
];

const language: readonly BlockingRow[] = [
  natural('BayesClassifier#train', 'long', 'learns from all documents', once),
  natural('LogisticRegressionClassifier#train', 'long', 'learns from all documents, round after round', once),
  library('compromise', 'cpu-call', github('spencermountain/compromise'))('', 'noticeable', 'tags every word of the text', elsewhere),
];

const comparing: readonly BlockingRow[] = [
  diff('diffChars', addsUp, 'compares the texts character by character', worker()),
  diff('diffWords', addsUp, 'compares the texts word by word', worker()),
  diff('diffLines', addsUp, 'compares the texts line by line', worker()),
  diff('createPatch', addsUp, 'compares the texts for a patch', worker()),
  diff('createTwoFilesPatch', addsUp, 'compares the texts of two files for a patch', worker()),
  diff('structuredPatch', addsUp, 'compares the texts for a list of changes', worker()),
  library('diff-match-patch', 'cpu-call', github('google/diff-match-patch'))(
    'diff_match_patch#diff_main',
    'noticeable',
    'compares the texts, for a second at most',
    worker(),
  ),
];

const schemas: readonly BlockingRow[] = [
  library('ajv', 'cpu-call', github('ajv-validator/ajv'))('#compile', 'noticeable', 'writes and compiles a function for the schema', once, {
    remembered: 'receiver',
  }),
  graphql('buildSchema', 'noticeable', 'parses the schema and checks it', once),
  graphql(
    'graphqlSync',
    addsUp,
    'parses, checks and runs the query',
    advice('Await `graphql`, so that resolvers can give the thread back'),
  ),
];

const machines: readonly BlockingRow[] = [
  library('vm2', 'cpu-call', github('patriksimek/vm2'))('VM#run', 'noticeable', 'runs the code, until its timeout if it has one', worker()),
  isolate('Context#evalSync', 'noticeable', 'runs the code, until its timeout if it has one', isolateNote),
  isolate('Script#runSync', 'noticeable', 'runs the compiled code, until its timeout if it has one', isolateNote),
  isolate('Isolate#compileScriptSync', 'noticeable', 'compiles the code', isolateNote),
  isolate('Isolate#createContextSync', 'noticeable', 'makes a new global object', isolateNote),
];

const copying: readonly BlockingRow[] = [
  library('object-hash', 'cpu-call', github('puleos/object-hash'))('', addsUp, 'walks the whole value and hashes it', worker()),
  library('rfdc', 'cpu-call', github('davidmarkclements/rfdc'))('#', 'tiny', 'copies the whole value', advice('Copy only what changes')),
  ...(['decode', 'encode'] as const).map((name) =>
    library('iconv-lite', 'cpu-call', github('ashtuchkin/iconv-lite'))(
      name,
      addsUp,
      `${name}s the whole text`,
      advice(`For large texts \`${name}Stream\` gives the thread back between the pieces`),
    ),
  ),
];

export const computingRows: readonly BlockingRow[] = [...searching, ...language, ...comparing, ...copying, ...schemas, ...machines];
