// Parsers of command lines: they call back once, when the program has been started, for the command that was typed in.

import { atOnce, chains, give, once, type Framework } from './rows';

const commanderDocs = 'https://github.com/tj/commander.js#action-handler';
const command = 'commander.Command#';
const settings = [
  ...['option', 'requiredOption', 'argument', 'arguments', 'description', 'summary', 'version', 'name', 'usage', 'alias'],
  ...['action', 'hook', 'addOption', 'addArgument', 'addCommand', 'allowUnknownOption', 'helpOption', 'showHelpAfterError'],
  ...['addHelpCommand', 'addHelpText', 'aliases', 'allowExcessArguments', 'combineFlagAndOptionalValue', 'configureHelp'],
  ...['configureOutput', 'enablePositionalOptions', 'exitOverride', 'helpCommand', 'on', 'passThroughOptions', 'showSuggestionAfterError'],
  ...['storeOptionsAsProperties'],
];

export const commander: Framework = {
  // What parses an argument runs when the line is parsed.
  callbacks: [command, 'commander.'].flatMap((owner) => [
    ...once(commanderDocs, owner, 'action', 'hook'),
    ...atOnce(commanderDocs, owner, 'option', 'requiredOption', 'argument'),
  ]),
  returns: [...give(command, command, 'command'), ...chains(command, ...settings), ...give(command, 'commander.', 'command', ...settings)],
  aliases: [{ api: 'commander.program', of: command }],
};

const yargsDocs = 'https://github.com/yargs/yargs/blob/main/docs/api.md';
const argv = 'yargs.Argv#';
const yargsSettings = [
  ...['alias', 'array', 'boolean', 'check', 'choices', 'coerce', 'command', 'commandDir', 'completion', 'config', 'conflicts', 'count'],
  ...['default', 'demandCommand', 'demandOption', 'describe', 'detectLocale', 'env', 'epilogue', 'epilog', 'example', 'exitProcess'],
  ...['fail', 'global', 'group', 'help', 'hide', 'implies', 'locale', 'middleware', 'nargs', 'normalize', 'number', 'option', 'options'],
  ...[
    'parserConfiguration',
    'positional',
    'recommendCommands',
    'requiresArg',
    'scriptName',
    'showHelpOnFail',
    'showHidden',
    'skipValidation',
  ],
  ...['strict', 'strictCommands', 'strictOptions', 'string', 'usage', 'updateStrings', 'version', 'wrap'],
];

export const yargs: Framework = {
  callbacks: [...once(yargsDocs, argv, 'command', 'middleware', 'fail'), ...once(yargsDocs, 'yargs.', 'command', 'middleware', 'fail')],
  returns: [{ api: 'yargs', type: argv }, ...chains(argv, ...yargsSettings), ...give(argv, 'yargs.', ...yargsSettings)],
};

const cacDocs = 'https://github.com/cacjs/cac#command-options';

export const cac: Framework = {
  callbacks: once(cacDocs, 'cac.Command#', 'action'),
  returns: [
    { api: 'cac', type: 'cac.CAC#' },
    { api: 'cac.cac', type: 'cac.CAC#' },
    ...give('cac.Command#', 'cac.CAC#', 'command'),
    ...chains('cac.Command#', 'option', 'alias', 'action', 'example', 'usage'),
  ],
};
