import assert from 'node:assert/strict';
import { main } from '../../src/cli/run';
import packageJson from '../../package.json';
import { temporaryFolder, type TemporaryFolder } from '../workspace/temporary';

const files = {
  'src/a.js': "const fs = require('fs');\nmodule.exports = async () => fs.readFileSync('a');\n",
  'src/b.js': "const fs = require('fs');\nconst table = fs.readFileSync('b');\n",
  'strict.json': '{"rules":{"sync-file":"error"}}',
};

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

describe('the command line', function () {
  // The first check loads the parser.
  this.timeout(30_000);
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder(files);
  });
  after(() => {
    folder.remove();
  });

  async function run(
    argv: readonly string[],
    { env = {}, isTerminal = false }: { env?: Record<string, string>; isTerminal?: boolean } = {},
  ): Promise<Outcome> {
    const written = { out: '', err: '' };
    const status = await main(argv, {
      cwd: folder.path,
      env,
      isTerminal,
      out: (text) => Promise.resolve(void (written.out += text)),
      err: (text) => Promise.resolve(void (written.err += text)),
    });
    return { status, ...written };
  }

  async function severities(...argv: string[]): Promise<string[]> {
    const { out } = await run(['check', '--format', 'json', ...argv]);
    return (JSON.parse(out) as { findings: { severity: string }[] }).findings.map(({ severity }) => severity);
  }

  describe('its exit status', () => {
    it('is 1 with findings as severe as --fail-on says, and 0 without', async () => {
      const statuses = await Promise.all(
        [[], ['src/b.js'], ['--fail-on', 'error'], ['src/b.js', '--fail-on', 'hint'], ['--min-severity', 'error']].map(
          async (argv) => (await run(['check', ...argv])).status,
        ),
      );
      assert.deepEqual(statuses, [1, 0, 0, 1, 1]);
    });

    const mistakes: readonly (readonly [argv: string[], message: RegExp])[] = [
      [[], /Say what to do, for example: loopsight check src\./],
      [['chekc'], /There is no command 'chekc'; there is check\./],
      [['check', '--formt', 'json'], /Unknown option '--formt'\. See/],
      [['check', '--format'], /'--format <value>' argument missing\. See/],
      [['check', '--format', 'xml'], /There is no --format 'xml'; choose text, json, sarif, github or html\./],
      [['check', '--baseline'], /'--baseline <value>' argument missing\. See/],
      [['check', '--baseline', 'none.json'], /The baseline 'none\.json' cannot be read: there is no such file or folder\./],
      [['check', '--baseline', 'src'], /The baseline 'src' cannot be read: it is a folder\./],
      [['check', '--baseline', 'src/a.js'], /The baseline 'src\/a\.js' cannot be used: it is not valid JSON \(/],
      [
        ['check', '--baseline', 'strict.json'],
        /The baseline 'strict\.json' cannot be used: it is no baseline: it has no list of findings\./,
      ],
      [['check', '--write-baseline', 'none/b.json'], /The baseline 'none\/b\.json' cannot be written: there is no such file or folder\./],
      [['check', '--fail-on', 'never'], /There is no --fail-on 'never'; choose error, warning, information or hint\./],
      [['check', '--min-severity', 'x'], /There is no --min-severity 'x'/],
      [['check', 'src', 'none'], /'none' cannot be read: there is no such file or folder\./],
      [['check', '--config', 'none.json'], /'none\.json' cannot be read/],
      [['check', 'a\nb'], /'a b' cannot be read/],
    ];
    for (const [argv, message] of mistakes) {
      it(`is 2 for "${argv.join(' ').replace('\n', '\\n')}", with one clear line`, async () => {
        const { status, out, err } = await run(argv);
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, message);
        assert.match(err, /^loopsight: [^\n]+\n$/);
      });
    }
  });

  it('shows people what matters, and says what it hides', async () => {
    const { out } = await run(['check']);
    assert.match(out, /^src\/a\.js\n {2}src\/a\.js:2:30 {2}warning {2}sync-file\n/);
    assert.match(out, /\n {4}2 \| module\.exports = async \(\) => fs\.readFileSync\('a'\);\n {6}\| {30}\^{15}\n/);
    assert.match(out, /\n {2}fix: {3}\S/);
    assert.doesNotMatch(out, /b\.js/);
    assert.match(
      out,
      /\n1 warning in 2 files with \d+ functions \([\d.]+ m?s\)\.\nNot shown: 1 information\. See them with --min-severity hint\.\n$/,
    );
  });

  it('shows people what makes the run fail', async () => {
    assert.match((await run(['check', '--fail-on', 'information'])).out, /src\/b\.js:2:15 {2}information/);
  });

  it('tells programs everything, or what they ask for', async () => {
    assert.deepEqual(await severities(), ['warning', 'information']);
    assert.deepEqual(await severities('--min-severity', 'warning'), ['warning']);
  });

  it('reads the settings that it is given', async () => {
    assert.deepEqual(await severities('src/a.js', '--config', 'strict.json'), ['error']);
  });

  it('colours as the option, the environment and the terminal say', async () => {
    const cases: readonly (readonly [isTerminal: boolean, env: Record<string, string>, argv: string[], isColoured: boolean])[] = [
      [true, {}, [], true],
      [false, {}, [], false],
      [true, { NO_COLOR: '1' }, [], false],
      [true, { NO_COLOR: '' }, [], true],
      [false, { FORCE_COLOR: '1' }, [], true],
      [true, { FORCE_COLOR: '0' }, [], false],
      [true, { TERM: 'dumb' }, [], false],
      [true, {}, ['--no-color'], false],
      [false, { NO_COLOR: '1' }, ['--color'], true],
    ];
    for (const [isTerminal, env, argv, isColoured] of cases) {
      const { out } = await run(['check', 'src/a.js', ...argv], { env, isTerminal });
      assert.equal(out.includes('\u001b['), isColoured, JSON.stringify([isTerminal, env, argv]));
    }
  });

  it('never colours JSON', async () => {
    assert.ok(!(await run(['check', '--format', 'json', '--color'], { isTerminal: true })).out.includes('\u001b'));
  });

  it('helps', async () => {
    const { status, out } = await run(['--help']);
    assert.equal(status, 0);
    for (const word of [
      '--format',
      'sarif',
      'github',
      'html',
      '--min-severity',
      '--fail-on',
      '--baseline',
      '--write-baseline',
      '--config',
      '--no-color',
      'Exit status',
    ])
      assert.ok(out.includes(word), word);
    assert.deepEqual(await run(['check', '-h']), { status, out, err: '' });
    assert.ok(out.split('\n').every((line) => line.length <= 90));
  });

  it('knows its version', async () => {
    assert.deepEqual(await run(['--version']), { status: 0, out: `${packageJson.version}\n`, err: '' });
  });
});
