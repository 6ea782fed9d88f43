import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../workspace/temporary';

const root = join(__dirname, '../..');
const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli/main.ts'), 'check'];
const findingsPerFile = 300;

describe('the command line as a process', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  before(() => {
    const callers = Array.from({ length: findingsPerFile }, (_, index) => `exports.f${index} = async () => read();`);
    const text = ["const fs = require('fs');", "const read = () => fs.readFileSync('x');", ...callers].join('\n');
    folder = temporaryFolder({ 'many/a.js': text, 'many/b.js': text, 'few/ok.js': 'f();', 'few/locked/a.js': '' });
    chmodSync(`${folder.path}/few/locked`, 0);
    chmodSync(folder.path, 0o755);
  });
  after(() => {
    chmodSync(`${folder.path}/few/locked`, 0o755);
    folder.remove();
  });

  it('writes large output whole into a pipe that is read slowly', async () => {
    const { status, out } = await run(['many', '--format', 'json'], { pauseMs: 300 });
    assert.equal(status, 1);
    assert.ok(out.length > 300_000, String(out.length));
    assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, 2 * findingsPerFile);
  });

  it('is quiet when nobody reads any more', async () => {
    const { status, err } = await run(['many', '--format', 'json'], { closeEarly: true });
    assert.deepEqual([status, err], [1, '']);
  });

  it('says which path it must not read', async function () {
    if (process.platform === 'win32') this.skip();
    const { status, out, err } = await run(['few/ok.js', 'few/locked'], { asNobody: true });
    assert.deepEqual([status, out, err], [2, '', "loopsight: 'few/locked' cannot be read: permission denied.\n"]);
  });

  it('goes on where a folder below must not be read', async function () {
    if (process.platform === 'win32') this.skip();
    const { status, out } = await run(['few', '--format', 'json', '--fail-on', 'error'], { asNobody: true });
    assert.equal(status, 0);
    const { problems } = JSON.parse(out) as { problems: unknown };
    assert.deepEqual(problems, [{ file: 'few/locked', message: 'The folder could not be read: permission denied.' }]);
  });

  interface Conditions {
    readonly pauseMs?: number;
    readonly closeEarly?: boolean;
    /** The superuser may read everything. */
    readonly asNobody?: boolean;
  }

  async function run(argv: readonly string[], { pauseMs = 0, closeEarly = false, asNobody = false }: Conditions) {
    const identity = asNobody && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const child = spawn(process.execPath, [...command, ...argv], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'], ...identity });
    const written = { out: '', err: '' };
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
    if (closeEarly) child.stdout.destroy();
    else setTimeout(() => child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text)), pauseMs);
    const status = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
    return { status, ...written };
  }
});
