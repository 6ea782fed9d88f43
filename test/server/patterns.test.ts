// Regular expressions are decided about while nobody waits: what is found in them comes after the rest, in
// open documents and in all others, and then it is what a check of the folder finds.

import assert from 'node:assert/strict';
import { WorkspaceFolder, bulk, eventually, type Problems } from './workspaceFolder';
import { TestClient, until, type ClientOptions } from './lspClient';

const program = {
  'patterns.js': 'export const words = /^(\\w+\\s?)*$/;\n',
  'serve.js': `import { words } from './patterns.js';
export async function serve(text) {
  return words.test(text);
}
`,
};
const found: Problems = { 'serve.js': ['slow-regex 2:9 2'] };

describe('slow regular expressions', function () {
  this.timeout(120_000);
  const folders: WorkspaceFolder[] = [];
  const clients: TestClient[] = [];
  const start = async (texts: Readonly<Record<string, string>>, options: ClientOptions = {}) => {
    const folder = await WorkspaceFolder.create(texts);
    folders.push(folder);
    const client = await TestClient.start({ folders: [folder.uri], settings: () => ({ diagnosticMode: 'workspace' }), ...options });
    clients.push(client);
    return { folder, client };
  };
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const folder of folders.splice(0)) await folder.remove();
  });

  for (const [size, more] of [
    ['small', {}],
    ['large', bulk()],
  ] as const) {
    it(`come later in a folder that is ${size}`, async () => {
      const { folder, client } = await start({ ...program, ...more });
      void client.watchWorkspace().catch(() => undefined);
      await eventually(
        () => folder.shown(client, []),
        found,
        (actual) => assert.deepEqual(actual, found),
      );
    });
  }

  it('are pushed to a client that cannot pull', async () => {
    const { folder, client } = await start(program, { mode: 'push' });
    await client.open(folder.uriOf('serve.js'), program['serve.js'], 'javascript');
    await until(
      () => client.pushed.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'slow-regex')),
      60_000,
      'the warning',
    );
  });
});
