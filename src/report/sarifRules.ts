// A rule as SARIF describes it: its title, and its page as help.

import { rules, type RuleId } from '../core/rules';

/** The text of a rule's page, in Markdown; rules that nothing is reported of yet have none. */
export type RulePages = Readonly<Partial<Record<RuleId, string>>>;

export function ruleDescriptor(rule: RuleId, pages: RulePages, homepage: string): object {
  const title = rules[rule];
  const page = pages[rule];
  const description = page === undefined ? `${title}.` : introductionOf(page);
  return {
    id: rule,
    name: title.replace(/\s+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: cut(description) },
    help: page === undefined ? { text: description } : { text: plainText(page), markdown: page },
    ...(page !== undefined && { helpUri: `${homepage}/blob/main/media/rules/${rule}.md` }),
    defaultConfiguration: { level: rule === 'unused-suppression' ? 'note' : 'warning' },
    properties: {
      tags: ['performance', 'event-loop'],
      'problem.severity': rule === 'unused-suppression' ? 'recommendation' : 'warning',
    },
  };
}

/** GitHub shows 1,024 characters of a description. */
const longestDescription = 1024;

function cut(text: string): string {
  return text.length > longestDescription ? `${text.slice(0, longestDescription - 1)}…` : text;
}

/** The first paragraph under the heading. */
function introductionOf(page: string): string {
  const [, paragraph = ''] = /^# .*\n+([^\n#]+)/.exec(page.replaceAll('\r\n', '\n')) ?? [];
  return plainText(paragraph);
}

/** Markdown without the marks that only a renderer turns into something. Code stays as it is: in Python, `#` begins a comment. */
function plainText(markdown: string): string {
  const parts = markdown.replaceAll('\r\n', '\n').split(/^```.*\n/m);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : plainProse(part)))
    .join('')
    .trim();
}

function plainProse(markdown: string): string {
  return markdown
    .replace(/^#+ (.*)$/gm, '$1')
    .replace(/\[([^\]\n]+)\]\([^)\n]+\)/g, '$1')
    .replace(/[`*]+([^`*\n]+)[`*]+/g, '$1');
}
