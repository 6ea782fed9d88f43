// Whole outputs kept as files. UPDATE_GOLDENS=1 rewrites them; read the difference before you keep it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function matchesGolden(name: string, actual: string): void {
  const file = join(__dirname, 'goldens', name);
  if (process.env['UPDATE_GOLDENS']) writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'));
}
