// A report in the format that was asked for: what a reporter needs beyond the report is fetched here.

import { repository, version } from '../../package.json';
import type { Report, Severity } from '../core/findings';
import { rules } from '../core/rules';
import { formatGithub } from '../report/github';
import { formatHtml } from '../report/html';
import { formatJson } from '../report/json';
import { ansi, plain } from '../report/palette';
import { formatSarif } from '../report/sarif';
import type { RulePages } from '../report/sarifRules';
import { atLeastAs } from '../report/select';
import { formatText } from '../report/text';
import { diskConcurrency, mapLimited } from '../workspace/concurrency';
import { absolutePath, foldersUpwards, isInside, join, shownPath } from '../workspace/paths';
import { readText } from '../workspace/read';
import type { Io } from './io';
import type { CheckCommand } from './options';

export async function format(given: Report, command: CheckCommand, io: Io): Promise<string> {
  const { minSeverity, format: kind } = command;
  if (kind === 'json') return formatJson(given, { minSeverity });
  const { report, root } = kind === 'sarif' || kind === 'github' ? fromRepository(given, io) : { report: given, root: io.cwd };
  if (kind === 'github') return formatGithub(report, { minSeverity });
  const source = await sourcesOf(report, minSeverity, root);
  if (kind === 'sarif') return formatSarif(report, { minSeverity, version, homepage, pages: await readRulePages(), source });
  if (kind === 'html') return formatHtml(report, { minSeverity, source });
  return formatText(report, { palette: hasColor(command, io) ? ansi : plain, minSeverity, source });
}

const homepage = repository.url.replace(/\.git$/, '');

/** GitHub wants files relative to the repository, wherever in it the command runs. */
function fromRepository(report: Report, { cwd, env }: Io): { report: Report; root: string } {
  const here = absolutePath(cwd, '.');
  const root = env['GITHUB_WORKSPACE'] === undefined ? here : absolutePath(here, env['GITHUB_WORKSPACE']);
  if (root === here || !isInside(root, here)) return { report, root: here };
  const moved = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: shownPath(root, absolutePath(here, one.file)) });
  const findings = report.findings.map((finding) => ({ ...moved(finding), path: finding.path.map(moved) }));
  return { report: { ...report, findings, problems: report.problems.map(moved) }, root };
}

/** The pages of the rules lie in the package, beside the bundle; in the sources, one folder further up. */
async function readRulePages(): Promise<RulePages> {
  const folders = foldersUpwards(absolutePath(__dirname, '..'))
    .slice(0, 2)
    .map((folder) => join(folder, 'media/rules'));
  const pages = await mapLimited(Object.keys(rules), diskConcurrency, async (rule) => {
    const [page] = (await Promise.all(folders.map((folder) => readText(join(folder, `${rule}.md`))))).filter(({ kind }) => kind === 'text');
    return page?.kind === 'text' ? [[rule, page.text] as const] : [];
  });
  return Object.fromEntries(pages.flat());
}

/** The texts of all files that a finding stands in or ends in. */
async function sourcesOf({ findings }: Report, minSeverity: Severity, root: string): Promise<Sources> {
  const files = new Set(atLeastAs(findings, minSeverity).flatMap(({ file, path }) => [file, path.at(-1)?.file ?? file]));
  const texts = await mapLimited([...files], diskConcurrency, async (file) => ({ file, result: await readText(absolutePath(root, file)) }));
  const known = new Map(texts.flatMap(({ file, result }) => (result.kind === 'text' ? [[file, result.text]] : [])));
  return (file) => known.get(file);
}

type Sources = (file: string) => string | undefined;

/** The option first, then the environment (see no-color.org), then the terminal. */
function hasColor({ color }: CheckCommand, { env, isTerminal }: Io): boolean {
  if (color !== undefined) return color;
  if (isSet(env['NO_COLOR'])) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
