// The layers of ARCHITECTURE.md as a rule. Each forbidden direction says why.

/** Forbids `from` to import `to`. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Files that need each other are one room with a wall in the middle: join them, or turn one of the two directions round.',
      from: { path: '^src' },
      to: { circular: true },
    },
    forbid(
      'core-is-pure',
      '^src/core',
      '^src/(?!core)',
      'The core is a function of facts and knowledge handed to it, so that it can be tested with plain data and run in a browser.',
    ),
    {
      name: 'core-without-io',
      severity: 'error',
      comment: 'What only a disk knows reaches the core through the project port: the core runs where there is no Node.js.',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-libraries',
      severity: 'error',
      comment: 'The core needs no parser, no editor and no protocol; the only library in it matches globs.',
      from: { path: '^src/core' },
      to: { path: 'node_modules', pathNot: 'node_modules/(@types/)?(picomatch|jsonc-parser)' },
    },
    forbid(
      'knowledge-is-tables',
      '^src/knowledge',
      '^src/(?!core|knowledge)',
      'Knowledge is tables of facts: it may use the types of the core and nothing else.',
    ),
    forbid(
      'core-knows-no-tables',
      '^src/core',
      '^src/knowledge',
      'The core is given its knowledge, so that tests and settings can add rows.',
    ),
    forbid(
      'languages-below',
      '^src/languages',
      '^src/(?!core|languages)',
      'Facts say what a file says. They never consult knowledge or settings, so a cached file survives a changed table.',
    ),
    forbid('languages-apart', '^src/languages/javascript', '^src/languages/python', 'Languages share the facts model and nothing else.'),
    forbid(
      'languages-apart-too',
      '^src/languages/python',
      '^src/languages/javascript',
      'Languages share the facts model and nothing else.',
    ),
    forbid('report-is-pure', '^src/report', '^src/(?!core|report)', 'A reporter turns a report into text: it needs no disk and no editor.'),
    {
      name: 'report-without-io',
      severity: 'error',
      comment: 'A reporter returns text; who prints it, and where, is for the command line.',
      from: { path: '^src/report' },
      to: { dependencyTypes: ['core'] },
    },
    forbid(
      'workspace-below',
      '^src/workspace',
      '^src/(report|server|cli|extension|panel|protocol)',
      'The workspace puts core, knowledge and languages together with the disk, for every surface alike.',
    ),
    forbid('protocol-is-types', '^src/protocol', '^src/(?!core|protocol)', 'Message types are shared by processes that share no code.'),
    forbid(
      'server-apart',
      '^src/server',
      '^src/(cli|extension|panel|report)',
      'The server is the only place that knows the language server protocol, and runs in a process of its own.',
    ),
    forbid('cli-apart', '^src/cli', '^src/(server|extension|panel|protocol)', 'The command line runs where there is no editor.'),
    forbid(
      'extension-apart',
      '^src/extension',
      '^src/(server|cli|panel|languages|knowledge|workspace|report)',
      'The extension host must not block: analysis runs in the server. The client only carries messages.',
    ),
    forbid(
      'panel-apart',
      '^src/panel',
      '^src/(?!panel|protocol|core)',
      'The panel runs in a browser frame: it gets plain data by messages.',
    ),
    {
      name: 'panel-takes-types-only',
      severity: 'error',
      comment: 'The panel shows explanations; it does not compute them. The names of the rules are a table of words.',
      from: { path: '^src/panel' },
      to: { path: '^src/core', pathNot: '^src/core/rules', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'vscode-in-extension-only',
      severity: 'error',
      comment: 'Only the client runs inside VS Code.',
      from: { pathNot: '^(src|test)/extension' },
      to: { path: '^vscode$' },
    },
    {
      name: 'protocol-in-server-only',
      severity: 'error',
      comment: 'Other layers speak of positions and findings, not of the language server protocol.',
      from: { path: '^src', pathNot: '^src/server' },
      to: { path: 'node_modules/vscode-languageserver(-protocol|-types|-textdocument)?/' },
    },
    forbid('src-without-tests', '^src', '^test', 'What is shipped does not depend on its tests.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
