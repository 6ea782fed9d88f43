// Command lines: what a person starts, once, with nobody else waiting. A command may begin to serve.

import { atStart, extend, type Framework, give, roots, same } from './rows';

const clickDocs = 'https://click.palletsprojects.com/en/stable/commands-and-groups/';
const typerDocs = 'https://typer.tiangolo.com/tutorial/commands/';

/** What `@group()` makes of a function is a group: commands are registered with it in turn. */
export const commandLines: Framework = {
  callbacks: [],
  roots: [
    ...roots('decorator', atStart, clickDocs, 'py:click.', 'command', 'group'),
    ...roots('decorator', atStart, clickDocs, 'py:click.', 'argument', 'option', 'pass_context', 'pass_obj'),
    ...roots('decorator', atStart, clickDocs, 'py:click.Group#', 'command', 'group', 'result_callback'),
    ...roots('decorator', atStart, typerDocs, 'py:typer.Typer#', 'command', 'callback'),
    ...roots('decorator', atStart, 'https://cyclopts.readthedocs.io/en/stable/commands.html', 'py:cyclopts.App#', 'command', 'default'),
  ],
  returns: [
    ...give('py:click.groups', 'py:click.', 'group', 'Group#group'),
    ...give('py:click.Group#', 'py:click.', 'groups', 'groups.group'),
  ],
  inherits: extend('py:click.Group#', 'py:click.CommandCollection#', 'py:typer.core.TyperGroup#'),
  aliases: [...same('py:click.Group', 'py:click.core.Group'), ...same('py:click', 'py:asyncclick', 'py:rich_click')],
};
