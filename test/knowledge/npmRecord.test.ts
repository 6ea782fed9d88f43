// The record is complete: every API path of a package that the tables name was seen to exist in a pinned
// version, and nothing else is on record. `npx tsx test/knowledge/npmRecord.ts` looks again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { npmRows } from '../../src/knowledge/npm';
import { packages } from './npmPackages';
import { npmPaths, packageOfPath, spellings } from './npmPaths';
import { recordFile, type Proof } from './npmRecord';

const record = JSON.parse(readFileSync(recordFile, 'utf8')) as readonly Proof[];

describe('the record of packages', () => {
  it('has every path that the tables name, and no other', () => {
    assert.deepEqual(
      record.map(({ api }) => api),
      npmPaths(),
    );
  });

  it('says the pinned version that a path was seen in', () => {
    const pins = new Set(packages.map((pin) => pin.split(' ')[0]));
    for (const { api, package: name, version } of record) {
      assert.ok(pins.has(`${name}@${version}`), `${api}: ${name}@${version}`);
      assert.ok(
        spellings(api).some((one) => packageOfPath(one) === name),
        api,
      );
    }
  });

  it('says the file that names what could not be loaded', () => {
    for (const { api, proof, file } of record) assert.equal(file === undefined, proof === 'loaded', api);
  });

  it('pins exact versions', () => {
    for (const pin of packages) assert.match(pin, /^(?:@?[\w./-]+@\d+\.\d+\.\d+[\w.-]*(?: |$))+$/);
  });

  it('has 120 packages at least that block', () => {
    assert.ok(new Set(npmRows.map(({ api }) => packageOfPath(api))).size >= 120);
  });
});
