import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules';
import { costClasses } from '../../src/core/knowledge';
import { checkSettings, defaultSettings } from '../../src/core/settings';
import { severities } from '../../src/core/findings';
import { findSettings, readSettings } from '../../src/workspace/settings';
import schema from '../../media/loopsight.schema.json';
import { temporaryFolder, type TemporaryFolder } from './temporary';

describe('settings on disk', () => {
  let folder: TemporaryFolder;
  afterEach(() => {
    folder.remove();
  });

  it('are the nearest, upwards', async () => {
    folder = temporaryFolder({ 'loopsight.json': '{"exclude":["far"]}', 'a/loopsight.json': '{"exclude":["near"]}', 'a/b/c.js': '' });
    const near = await findSettings(`${folder.path}/a/b/c.js`);
    assert.deepEqual([near.settings.exclude, near.folder, near.file], [['near'], `${folder.path}/a`, `${folder.path}/a/loopsight.json`]);
    assert.deepEqual((await findSettings(folder.path)).settings.exclude, ['far']);
  });

  it('are not those above the repository', async () => {
    folder = temporaryFolder({ 'loopsight.json': '{"exclude":["far"]}', 'r/.git/HEAD': '', 'r/a/b.js': '' });
    assert.deepEqual(await findSettings(`${folder.path}/r/a`), { settings: defaultSettings, folder: `${folder.path}/r/a`, problems: [] });
  });

  it('keep what is good, and name what is wrong', async () => {
    folder = temporaryFolder({
      'loopsight.json': '\uFEFF{"rules":{"sync-file":"hint","nope":"hint"},"entryPoints":["src/a.js"]}',
      'bad.json': '{',
    });
    const { settings, problems } = await readSettings(`${folder.path}/loopsight.json`);
    assert.deepEqual(settings, { ...defaultSettings, rules: { 'sync-file': 'hint' }, entryPoints: [`${folder.path}/src/a.js`] });
    assert.deepEqual(problems, [{ file: `${folder.path}/loopsight.json`, message: '"rules" names "nope", which is no rule.' }]);
    const bad = await readSettings(`${folder.path}/bad.json`);
    assert.deepEqual(bad.settings, defaultSettings);
    assert.match(bad.problems[0]?.message ?? '', /not valid JSON/);
    const none = await readSettings(`${folder.path}/none.json`);
    assert.match(none.problems[0]?.message ?? '', /no such file/);
  });
});

describe('the schema of loopsight.json', () => {
  const { properties, definitions } = schema;

  it('has the settings that are read, and no others', () => {
    assert.deepEqual(Object.keys(properties).sort(), ['$schema', ...Object.keys(defaultSettings)].sort());
    const objects = ['rules', 'thresholds'];
    const values = Object.fromEntries(Object.keys(properties).map((key) => [key, objects.includes(key) ? {} : []]));
    assert.deepEqual(checkSettings(values).problems, []);
  });

  it('has all rules, with their titles', () => {
    const titles = Object.entries(properties.rules.properties).map(([rule, { description }]) => [rule, description]);
    assert.deepEqual(Object.fromEntries(titles), rules);
    assert.deepEqual(definitions.rule.enum, Object.keys(rules));
  });

  it('has all severities and costs', () => {
    assert.deepEqual(definitions.severity.enum, ['off', ...severities]);
    assert.deepEqual(properties.blocking.items.anyOf[1]?.properties?.cost.enum, [...costClasses]);
  });
});
