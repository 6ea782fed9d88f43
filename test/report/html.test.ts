import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/findings';
import { formatHtml } from '../../src/report/html';
import { matchesGolden } from './golden';
import { emptyReport, report, sources } from './sample';

const source = (file: string): string | undefined => sources[file];

describe('the report as a page', () => {
  it('shows everything to who asks for hints', () => {
    matchesGolden('html.txt', formatHtml(report, { minSeverity: 'hint', source }));
  });

  it('says that nothing was found, and what is not shown', () => {
    assert.match(formatHtml(emptyReport, { minSeverity: 'warning', source }), /<strong>No findings<\/strong> in 1 file with 1 function\./);
    assert.match(formatHtml(report, { minSeverity: 'error', source }), /<p>Not shown: 3 warnings, 1 information, 1 hint\.<\/p>/);
  });

  it('says what a baseline left out', () => {
    const summary = { ...emptyReport.summary, baseline: { file: 'b.json', known: 2, stale: 0 } };
    assert.match(formatHtml({ ...emptyReport, summary }, { minSeverity: 'hint', source }), /left out: 2 findings\./);
  });

  it('asks for nothing and runs nothing', () => {
    const page = formatHtml(report, { minSeverity: 'hint', source });
    assert.doesNotMatch(page, /<(script|link|img|iframe|object)\b|\bsrc=|url\(|@import|\son\w+=/i);
    assert.deepEqual(
      [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target?.charAt(0)).filter((first) => first !== '#'),
      [],
    );
    assert.match(page, /default-src 'none'/);
  });

  it('leaves no markup in what comes from the analyzed code', () => {
    const evil = '</code></pre><script>alert("1")</script><!-- \'&amp; `<b>`';
    const [first] = report.findings;
    const finding: Finding = {
      ...first!,
      message: evil,
      file: evil,
      context: { ...first!.context, name: evil, phase: 'loop' },
      cost: { class: 'noticeable', why: evil },
      path: [0, 1].map(() => ({ ...first!.path[0]!, name: evil, file: evil, within: evil })),
      remedy: { kind: 'advice', note: evil },
      fixes: [{ title: evil, safe: true }],
    };
    const page = formatHtml(
      { ...emptyReport, findings: [finding, { ...finding, api: 'b' }], problems: [{ file: evil, message: evil }] },
      {
        minSeverity: 'hint',
        source: () => `\n${evil}\n`,
      },
    );
    assert.doesNotMatch(page, /<script|<b>|<!--|alert\("/);
    assert.ok(page.includes('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#60;!-- &#39;&#38;amp;'));
  });

  it('has a target for every link', () => {
    const page = formatHtml(report, { minSeverity: 'hint', source });
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(links.length, 3);
    for (const id of links) assert.ok(ids.includes(id), id);
  });
});
