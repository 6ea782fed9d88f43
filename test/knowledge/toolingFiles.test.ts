// Which files are tooling wherever they stand.

import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { tables } from '../../src/knowledge';

const isTooling = picomatch([...tables.toolingFiles], { dot: true });

const tooling = [
  'test/server.js',
  'packages/api/__tests__/deep/server.ts',
  'src/server.test.ts',
  'src/server.spec.mjs',
  'lib/server_test.js',
  'lib/server-spec.js',
  'test.js',
  'lib/testing/test-utils.ts',
  'e2e/login.ts',
  'benchmark/parse.js',
  'webpack.config.js',
  'packages/web/vite.config.mts',
  '.eslintrc.js',
  'web/.mocharc.cjs',
  'Gruntfile.js',
  'gulpfile.babel.js',
  'src/Button.stories.tsx',
  'tests/helpers.py',
  'app/tests/api/test_users.py',
  'app/users_test.py',
  'app/testing/users.py',
  'conftest.py',
  'setup.py',
  'docs/conf.py',
  'manage.py',
  'shop/migrations/0002_price.py',
  'alembic/versions/ae12_add_users.py',
];

const programs = [
  'src/server.ts',
  'src/testing.ts',
  'src/latest.js',
  'src/contest/entry.js',
  'src/config.js',
  'config/production.js',
  'src/spectrum.ts',
  'examples/server.js',
  'test/data.json',
  'server/attest/index.js',
  'app/latest.py',
  'app/testing.py',
  'app/contest.py',
  'app/setup/__init__.py',
  'app/conf.py',
  'examples/server.py',
];

describe('tooling files', () => {
  for (const path of tooling) it(path, () => assert.ok(isTooling(path)));
  for (const path of programs) it(`not ${path}`, () => assert.ok(!isTooling(path)));
});
