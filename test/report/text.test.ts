import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { ansi, plain } from '../../src/report/palette';
import { formatText } from '../../src/report/text';
import { analyzeText, startPython } from '../analysis';
import { matchesGolden } from './golden';
import { emptyReport, report, sources } from './sample';

const source = (file: string): string | undefined => sources[file];

describe('the text report', () => {
  before(startPython);

  it('shows everything to who asks for hints', () => {
    matchesGolden('all.txt', formatText(report, { palette: plain, minSeverity: 'hint', source }));
  });

  it('hides what is less severe, and says so', () => {
    matchesGolden('warnings.txt', formatText(report, { palette: plain, minSeverity: 'warning', source }));
  });

  it('colours without changing the text', () => {
    const coloured = formatText(report, { palette: ansi, minSeverity: 'hint', source });
    matchesGolden('colours.txt', coloured);
    assert.equal(stripVTControlCharacters(coloured), formatText(report, { palette: plain, minSeverity: 'hint', source }));
  });

  it('does without the source', () => {
    const text = formatText(report, { palette: plain, minSeverity: 'error', source: () => undefined });
    assert.match(text, /src\/server\.ts:6:\d+ {2}error/);
    assert.doesNotMatch(text, /\^/);
  });

  it('says of what computes in Python whether a thread is enough', () => {
    assert.match(helpIn('hashlib.scrypt(password, salt=salt, n=16384, r=8, p=1)'), /to_thread.* runs without the interpreter lock/);
    assert.match(helpIn('networkx.pagerank(graph)'), /ProcessPoolExecutor.* holds the interpreter lock .* all the same/);
    assert.doesNotMatch(helpIn("open('a')"), /interpreter lock/);
  });

  it('says that nothing was found', () => {
    assert.equal(
      formatText(emptyReport, { palette: plain, minSeverity: 'warning', source }),
      'No findings in 1 file with 1 function (12 ms).\n',
    );
  });
});

/** What is advised about a statement of Python in a coroutine. */
function helpIn(statement: string): string {
  const findings = analyzeText(`import hashlib, networkx\nasync def handle(password, salt, graph):\n    ${statement}\n`, '/src/app.py');
  const text = formatText({ ...emptyReport, findings }, { palette: plain, minSeverity: 'warning', source });
  return /^ *help:.*$/m.exec(text)?.[0] ?? '';
}
