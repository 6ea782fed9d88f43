// A session in this process, with parsers and analyses that fail in every way.

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FileFacts, factsSchema } from '../../src/core/facts';
import type { Finding } from '../../src/core/findings';
import { emptyProject } from '../../src/core/project';
import { defaultSettings } from '../../src/core/settings';
import type { LanguageSupport } from '../../src/languages/language';
import type { Status } from '../../src/protocol/server';
import { configure } from '../../src/server/configuration';
import type { Ports } from '../../src/server/ports';
import { Session } from '../../src/server/session';

const never = () => false;

/** Facts of a text are its words, a finding is each word "blocks". */
function ports(overrides: Partial<Ports> = {}): Ports {
  return {
    languageOf: (path) => (path.endsWith('.js') ? 'javascript' : undefined),
    loadLanguage: parser(factsOf),
    analyzerFor: () => (files) => files.flatMap(findingsOf),
    findSettings: (folder) => Promise.resolve({ settings: defaultSettings, folder, problems: [] }),
    surroundings: () => Promise.resolve(emptyProject),
    isExcluded: (path, _folder, globs) => globs.some((glob) => path.endsWith(glob)),
    isSource: () => true,
    discover: () => Promise.resolve({ files: [], known: new Set(), configs: new Map() }),
    readSource: () => Promise.resolve(undefined),
    ...overrides,
  };
}

interface Setup {
  readonly session: Session;
  readonly errors: string[];
  readonly statuses: Status[];
  settings: unknown;
}

function start(overrides: Partial<Ports> = {}): Setup {
  const errors: string[] = [];
  const statuses: Status[] = [];
  const setup: { settings: unknown } = { settings: {} };
  const session = new Session(
    { uri: 'file:///w', root: '/w', onDisk: true, isFolder: false },
    {
      ports: ports(overrides),
      log: { info: () => undefined, warn: (message) => void errors.push(message), error: (message) => void errors.push(message) },
      configuration: ({ root }) => Promise.resolve(configure(setup.settings, root)),
      status: (status) => void statuses.push(status),
      surroundingsChanged: () => undefined,
    },
  );
  return Object.assign(setup, { session, errors, statuses });
}

function open(session: Session, name: string, text: string): TextDocument {
  const document = TextDocument.create(`file:///w/${name}`, 'javascript', 1, text);
  session.add(document);
  return document;
}

describe('a session', () => {
  it('finds what is in a document, and reads only what has changed', async () => {
    const read: string[] = [];
    const { session } = start({
      loadLanguage: parser((path, text) => {
        read.push(path);
        return factsOf(path, text);
      }),
    });
    const one = open(session, 'one.js', 'blocks');
    open(session, 'two.js', 'blocks blocks');
    assert.equal((await session.findings('file:///w/one.js', never))?.length, 1);
    TextDocument.update(one, [{ text: '' }], 2);
    assert.equal((await session.findings('file:///w/one.js', never))?.length, 0);
    assert.equal((await session.findings('file:///w/two.js', never))?.length, 2);
    assert.deepEqual(read, ['/w/one.js', '/w/two.js', '/w/one.js']);
  });

  it('gives no answer about a text that has changed while it was read', async () => {
    const { session } = start();
    const document = open(session, 'a.js', 'blocks');
    const answer = session.findings(document.uri, () => document.version !== 1);
    TextDocument.update(document, [{ text: '' }], 2);
    assert.equal(await answer, undefined);
  });

  it('goes on with the other files if one cannot be read', async () => {
    const { session, errors, statuses } = start({
      loadLanguage: parser((path, text) => {
        if (path.endsWith('bad.js')) throw new Error('the parser fell over');
        return factsOf(path, text);
      }),
    });
    open(session, 'bad.js', 'blocks');
    open(session, 'good.js', 'blocks');
    assert.deepEqual(await session.findings('file:///w/bad.js', never), []);
    assert.equal((await session.findings('file:///w/good.js', never))?.length, 1);
    assert.match(errors.join(), /bad\.js could not be analyzed: Error: the parser fell over/);
    assert.deepEqual(
      statuses.map(({ state }) => state),
      ['analyzing', 'error'],
    );
  });

  it('goes on with the other files if one cannot be analyzed', async () => {
    const { session, errors } = start({
      analyzerFor: () => (files) => {
        if (files.some(({ path }) => path.endsWith('bad.js'))) throw new Error('no such luck');
        return files.flatMap(findingsOf);
      },
    });
    open(session, 'bad.js', 'blocks');
    open(session, 'good.js', 'blocks');
    assert.equal((await session.findings('file:///w/good.js', never))?.length, 1);
    assert.match(errors.join(), /bad\.js could not be analyzed/);
  });

  it('tries again when a parser could not be loaded', async () => {
    let fails = true;
    const { session } = start({
      loadLanguage: () => (fails ? Promise.reject(new Error('not now')) : parser(factsOf)()),
    });
    const document = open(session, 'a.js', 'blocks');
    assert.deepEqual(await session.findings(document.uri, never), []);
    fails = false;
    TextDocument.update(document, [{ text: 'blocks ' }], 2);
    assert.equal((await session.findings(document.uri, never))?.length, 1);
  });

  it('loads no parser before a document is asked about, and none for what is excluded', async () => {
    let loads = 0;
    const setup = start({
      loadLanguage: () => {
        loads += 1;
        return parser(factsOf)();
      },
    });
    setup.settings = { exclude: ['a.js'] };
    open(setup.session, 'a.js', 'blocks');
    assert.deepEqual(await setup.session.findings('file:///w/a.js', never), []);
    assert.equal(loads, 0);
    setup.settings = {};
    setup.session.forgetSetup();
    assert.equal((await setup.session.findings('file:///w/a.js', never))?.length, 1);
    setup.settings = { enable: false };
    setup.session.forgetSetup();
    assert.deepEqual(await setup.session.findings('file:///w/a.js', never), []);
  });

  it('forgets documents that are closed', async () => {
    const { session } = start();
    const document = open(session, 'a.js', 'blocks');
    await session.findings(document.uri, never);
    session.remove(document.uri);
    assert.equal(await session.findings(document.uri, never), undefined);
    assert.deepEqual([...(await session.knownFindings()).keys()], []);
  });
});

function parser(extract: LanguageSupport['extract']): () => Promise<LanguageSupport> {
  return () => Promise.resolve({ extract, fixes: () => [] });
}

function factsOf(path: string, text: string): FileFacts {
  const words = text.split(' ').filter((word) => word === 'blocks');
  const nothing = {
    functions: [],
    bindings: [],
    calls: [],
    classes: [],
    accessors: [],
    loops: [],
    imports: [],
    assignments: [],
    suppressions: [],
    executable: false,
  };
  return {
    ...nothing,
    schema: factsSchema,
    path,
    language: 'javascript',
    exports: words.map((name) => ({ name, value: { kind: 'unknown' } })),
  };
}

function findingsOf({ path, exports }: FileFacts): Finding[] {
  return exports.map(({ name }, index) => {
    const range = { start: { line: 1, column: index + 1 }, end: { line: 1, column: index + 2 } };
    return {
      rule: 'sync-file',
      severity: 'warning',
      message: name,
      file: path,
      range,
      context: { kind: 'function', name: '', phase: 'loop' },
      cost: { class: 'noticeable', why: 'it is a test' },
      path: [{ name, file: path, range, within: '' }],
      api: name,
      remedy: { kind: 'advice', note: 'none' },
      link: '',
      fixes: [],
    };
  });
}
