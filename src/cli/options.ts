// What a person typed, as a command: every option checked before any work begins. A wrong one is
// said in one line.

import { parseArgs } from 'node:util';
import { severities, type Severity } from '../core/findings';

const formats = ['text', 'json'] as const;
type Format = (typeof formats)[number];

export interface CheckCommand {
  readonly kind: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: Severity;
  readonly minSeverity: Severity;
  readonly config: string | undefined;
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

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'min-severity': { type: 'string' },
      'fail-on': { type: 'string', default: 'warning' },
      config: { type: 'string' },
      color: { type: 'boolean' },
      'no-color': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
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
    color: values['no-color'] ? false : values.color,
  };
}

/** People see what matters, and always what makes the run fail; programs see everything. */
function defaultLeast(format: Format, failOn: Severity): Severity {
  if (format === 'json') return 'hint';
  return severities.indexOf(failOn) > severities.indexOf('warning') ? failOn : 'warning';
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined)
    throw new Error(`There is no ${option} '${value}'; choose ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`);
  return chosen;
}
