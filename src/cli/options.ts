// What a person typed, as a command: every option checked before any work begins. A wrong one is
// said in one line.

import { parseArgs } from 'node:util';
import { severities, type Severity } from '../core/findings';

const formats = ['text', 'json', 'sarif', 'github', 'html'] as const;
export type Format = (typeof formats)[number];

export interface CheckCommand {
  readonly kind: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: Severity;
  readonly minSeverity: Severity;
  readonly config: string | undefined;
  /** The file of the findings that are accepted. */
  readonly baseline: string | undefined;
  /** True: the file is written, with all that is found. */
  readonly writesBaseline: boolean;
  /** `undefined`: as the terminal and the environment say. */
  readonly color: boolean | undefined;
}

export type Command =
  CheckCommand | { readonly kind: 'help' } | { readonly kind: 'version' } | { readonly kind: 'mistake'; readonly message: string };

export function parseCommand(argv: readonly string[]): Command {
  try {
    return commandOf(parse(argv));
  } catch (error) {
    // parseArgs explains at length; its first sentence says what is wrong.
    const text = error instanceof Error ? error.message : String(error);
    return { kind: 'mistake', message: `${text.split(/\.? To specify|\n/, 1)[0] ?? text}.`.replace(/\.\.$/, '.') };
  }
}

const defaultBaseline = 'loopsight-baseline.json';

function parse(argv: readonly string[]) {
  return parseArgs({
    args: argv.flatMap(withOptionalValue),
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'min-severity': { type: 'string' },
      'fail-on': { type: 'string', default: 'warning' },
      config: { type: 'string' },
      baseline: { type: 'string' },
      'write-baseline': { type: 'string' },
      color: { type: 'boolean' },
      'no-color': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

/** The file after `--write-baseline` may be left out. A word that is no JSON file is a path to check. */
function withOptionalValue(word: string, index: number, argv: readonly string[]): string[] {
  if (word === '--write-baseline') return argv[index + 1]?.endsWith('.json') ? [word] : [`${word}=`];
  return [word];
}

function commandOf({ values, positionals }: ReturnType<typeof parse>): Command {
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [name, ...paths] = positionals;
  if (name === 'help') return { kind: 'help' };
  if (name !== 'check')
    throw new Error(
      name === undefined ? 'Say what to do, for example: loopsight check src' : `There is no command '${name}'; there is check`,
    );
  const format = oneOf('--format', values.format, formats);
  const failOn = oneOf('--fail-on', values['fail-on'], severities);
  const least = values['min-severity'];
  return {
    kind: 'check',
    paths: paths.length > 0 ? paths : ['.'],
    format,
    failOn,
    minSeverity: least === undefined ? defaultLeast(format, failOn) : oneOf('--min-severity', least, severities),
    config: values.config,
    ...baselineOf(values.baseline, values['write-baseline']),
    color: values['no-color'] ? false : values.color,
  };
}

/** Without a name of its own, the file that is written is the one that is used. */
function baselineOf(used: string | undefined, written: string | undefined): Pick<CheckCommand, 'baseline' | 'writesBaseline'> {
  if (written === undefined) return { baseline: used, writesBaseline: false };
  return { baseline: written === '' ? (used ?? defaultBaseline) : written, writesBaseline: true };
}

/** People see what matters, and always what makes the run fail; programs see everything. */
function defaultLeast(format: Format, failOn: Severity): Severity {
  if (format === 'json' || format === 'sarif') return 'hint';
  return severities.indexOf(failOn) > severities.indexOf('warning') ? failOn : 'warning';
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined)
    throw new Error(`There is no ${option} '${value}'; choose ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`);
  return chosen;
}
