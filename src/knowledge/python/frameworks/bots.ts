// Chat bots. Nearly all that they call is async; what tells most is when they set themselves up.

import {
  atStart,
  beforeServing,
  events,
  exported,
  extend,
  type Framework,
  give,
  later,
  onEvent,
  onTick,
  roots,
  same,
  serves,
  taking,
  ticks,
} from './rows';

const discordDocs = 'https://discordpy.readthedocs.io/en/stable/';
/** Forks share their names. */
const discords = ['discord', 'disnake', 'nextcord'];

/** A bot is ready when it has connected, and again whenever it had to do so anew. */
const openings = ['on_ready', 'on_connect'];
const onGateway = { ...onEvent, openings };

export const discord: Framework = {
  callbacks: discords.flatMap((lib) => taking(events(`${discordDocs}api.html`, `py:${lib}.Client#`, 'add_listener'), 0, 'func')),
  roots: discords.flatMap((lib) => [
    ...roots(
      'decorator',
      onGateway,
      `${discordDocs}api.html#discord.Client.event`,
      `py:${lib}.Client#`,
      'event',
      'listen',
      'check',
      'before_invoke',
    ),
    ...roots(
      'decorator',
      onEvent,
      `${discordDocs}ext/commands/commands.html`,
      `py:${lib}.Client#`,
      'command',
      'group',
      'hybrid_command',
      'slash_command',
    ),
    ...roots(
      'decorator',
      onEvent,
      `${discordDocs}ext/commands/cogs.html`,
      `py:${lib}.ext.commands.`,
      'command',
      'group',
      'hybrid_command',
      'slash_command',
    ),
    ...roots('decorator', onGateway, `${discordDocs}ext/commands/cogs.html`, `py:${lib}.ext.commands.Cog.`, 'listener'),
    ...roots('decorator', onTick, `${discordDocs}ext/tasks/`, `py:${lib}.ext.tasks.`, 'loop'),
    ...roots(
      'decorator',
      onEvent,
      `${discordDocs}interactions/api.html#discord.app_commands.command`,
      `py:${lib}.app_commands.`,
      'command',
    ),
    ...roots('decorator', onEvent, `${discordDocs}interactions/api.html#discord.ui.button`, `py:${lib}.ui.`, 'button', 'select'),
    ...roots('member', onGateway, `${discordDocs}api.html#event-reference`, `py:${lib}.Client#`, 'on_*'),
    ...roots('member', atStart, `${discordDocs}api.html#discord.Client.setup_hook`, `py:${lib}.Client#`, 'setup_hook'),
    ...roots(
      'member',
      atStart,
      `${discordDocs}ext/commands/api.html#discord.ext.commands.Cog.cog_load`,
      `py:${lib}.ext.commands.Cog#`,
      'cog_load',
    ),
    ...roots('member', onEvent, `${discordDocs}interactions/api.html#view`, `py:${lib}.ui.View#`, 'interaction_check', 'on_timeout'),
  ]),
  rootExports: [
    // Extensions are loaded before the bot connects.
    exported(atStart, `${discordDocs}ext/commands/extensions.html`, { files: ['**/*.py'], packages: discords }, 'setup'),
  ],
  serving: discords.flatMap((lib) =>
    serves(`${discordDocs}api.html#discord.Client.run`, `py:${lib}.Client#run`, `py:${lib}.Client#start`, `py:${lib}.Client#connect`),
  ),
  returns: discords.flatMap((lib) => [
    ...give('py:asyncio.AbstractEventLoop#', `py:${lib}.Client#`, 'loop:read'),
    ...give(`py:${lib}.Client#`, `py:${lib}.ext.commands.Cog#`, 'bot:read'),
  ]),
  inherits: discords.flatMap((lib) => [
    ...extend(`py:${lib}.Client#`, `py:${lib}.AutoShardedClient#`, `py:${lib}.Bot#`),
    ...extend(
      `py:${lib}.Client#`,
      `py:${lib}.ext.commands.Bot#`,
      `py:${lib}.ext.commands.AutoShardedBot#`,
      `py:${lib}.ext.commands.InteractionBot#`,
    ),
    ...extend(`py:${lib}.ext.commands.Cog#`, `py:${lib}.ext.commands.GroupCog#`),
    ...extend(`py:${lib}.ui.View#`, `py:${lib}.ui.Modal#`),
  ]),
  aliases: discords.flatMap((lib) => [
    // In Py-cord, a fork that goes by the old name.
    ...same(`py:${lib}.ext.commands.Cog`, `py:${lib}.Cog`, `py:${lib}.cog.Cog`),
    ...['Client', 'AutoShardedClient'].flatMap((name) => same(`py:${lib}.${name}`, `py:${lib}.client.${name}`, `py:${lib}.shard.${name}`)),
    ...['Bot', 'AutoShardedBot'].flatMap((name) => same(`py:${lib}.ext.commands.${name}`, `py:${lib}.ext.commands.bot.${name}`)),
    ...['Cog', 'GroupCog'].flatMap((name) => same(`py:${lib}.ext.commands.${name}`, `py:${lib}.ext.commands.cog.${name}`)),
  ]),
};

const hikariDocs = 'https://docs.hikari-py.dev/en/stable/';

export const hikari: Framework = {
  callbacks: taking(events(hikariDocs, 'py:hikari.GatewayBot#', 'subscribe'), 1, 'callback'),
  roots: roots('decorator', onEvent, hikariDocs, 'py:hikari.GatewayBot#', 'listen'),
  serving: serves(hikariDocs, 'py:hikari.GatewayBot#run', 'py:hikari.GatewayBot#start'),
  aliases: same('py:hikari.GatewayBot', 'py:hikari.impl.GatewayBot'),
};

const telegramDocs = 'https://docs.python-telegram-bot.org/en/stable/';
const telegram = 'py:telegram.ext.';
const handlers = ['CommandHandler', 'MessageHandler', 'CallbackQueryHandler', 'InlineQueryHandler', 'TypeHandler', 'StringCommandHandler'];
const builder = 'py:telegram.ext.ApplicationBuilder#';
const application = 'py:telegram.ext.Application#';
const settings = [
  'token',
  'bot',
  'persistence',
  'rate_limiter',
  'concurrent_updates',
  'base_url',
  'read_timeout',
  'post_init',
  'post_stop',
  'post_shutdown',
];

export const pythonTelegramBot: Framework = {
  callbacks: [
    ...taking(events(`${telegramDocs}telegram.ext.handlers-tree.html`, telegram, ...handlers), 1, 'callback'),
    ...taking(
      events(
        `${telegramDocs}telegram.ext.handlers-tree.html`,
        telegram,
        'PollAnswerHandler',
        'ChatMemberHandler',
        'PreCheckoutQueryHandler',
      ),
      0,
      'callback',
    ),
    ...taking(events(`${telegramDocs}telegram.ext.application.html`, application, 'add_error_handler'), 0, 'callback'),
    ...taking(later(`${telegramDocs}telegram.ext.application.html`, application, 'create_task'), 0, 'coroutine'),
    ...taking(
      ticks(
        `${telegramDocs}telegram.ext.jobqueue.html`,
        `${telegram}JobQueue#`,
        'run_once',
        'run_repeating',
        'run_daily',
        'run_monthly',
        'run_custom',
      ),
      ...[0, 'callback'],
    ),
    ...taking(beforeServing(`${telegramDocs}telegram.ext.applicationbuilder.html`, builder, 'post_init'), 0, 'post_init'),
  ],
  serving: serves(
    `${telegramDocs}telegram.ext.application.html`,
    `${application}run_polling`,
    `${application}run_webhook`,
    `${application}start`,
  ),
  returns: [
    ...give(builder, `${telegram}Application.`, 'builder'),
    ...give(builder, builder, ...settings),
    ...give(application, builder, 'build'),
    ...give(`${telegram}JobQueue#`, application, 'job_queue:read'),
  ],
};

const aiogramDocs = 'https://docs.aiogram.dev/en/latest/dispatcher/router.html';
const updates = [
  'message',
  'edited_message',
  'channel_post',
  'inline_query',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'poll',
];
const moreUpdates = ['poll_answer', 'my_chat_member', 'chat_member', 'chat_join_request', 'error', 'errors', 'update'];
/** As version 2 names them. */
const olderUpdates = ['message_handler', 'callback_query_handler', 'inline_handler', 'errors_handler'];
const router = 'py:aiogram.Router#';

export const aiogram: Framework = {
  callbacks: [
    ...[...updates, ...moreUpdates].flatMap((name) => taking(events(aiogramDocs, router, `${name}.register`), 0, 'callback')),
    ...taking(beforeServing(aiogramDocs, router, 'startup.register'), 0, 'callback'),
    ...taking(
      events(
        aiogramDocs,
        router,
        'message.middleware',
        'callback_query.middleware',
        'register_message_handler',
        'register_callback_query_handler',
      ),
      0,
    ),
  ],
  roots: [
    ...roots('decorator', onEvent, aiogramDocs, router, ...updates, ...moreUpdates, ...olderUpdates),
    ...roots('decorator', atStart, aiogramDocs, router, 'startup'),
    ...roots('member', onEvent, 'https://docs.aiogram.dev/en/latest/dispatcher/middlewares.html', 'py:aiogram.BaseMiddleware#', '__call__'),
  ],
  serving: serves(
    'https://docs.aiogram.dev/en/latest/dispatcher/long_polling.html',
    'py:aiogram.Dispatcher#start_polling',
    'py:aiogram.Dispatcher#run_polling',
    'py:aiogram.executor.start_polling',
  ),
  inherits: extend(router, 'py:aiogram.Dispatcher#'),
  aliases: [
    ...same('py:aiogram.Dispatcher', 'py:aiogram.dispatcher.Dispatcher', 'py:aiogram.dispatcher.dispatcher.Dispatcher'),
    ...same('py:aiogram.Router', 'py:aiogram.dispatcher.router.Router'),
    ...same('py:aiogram.executor.start_polling', 'py:aiogram.utils.executor.start_polling'),
  ],
};

const pyrogramDocs = 'https://docs.pyrogram.org/topics/use-filters';
const telethonDocs = 'https://docs.telethon.dev/en/stable/modules/client.html';
const pyrogramUpdates = ['on_message', 'on_edited_message', 'on_callback_query', 'on_inline_query', 'on_deleted_messages', 'on_raw_update'];

/** Pyrogram brings handlers that are not async to a thread. */
export const otherTelegrams: Framework = {
  callbacks: taking(events(telethonDocs, 'py:telethon.TelegramClient#', 'add_event_handler'), 0, 'callback'),
  roots: [
    ...roots('decorator', onEvent, pyrogramDocs, 'py:pyrogram.Client#', ...pyrogramUpdates).map((row) => ({
      ...row,
      plain: 'elsewhere' as const,
    })),
    ...roots('decorator', onEvent, telethonDocs, 'py:telethon.TelegramClient#', 'on'),
  ],
  serving: [
    ...serves('https://docs.pyrogram.org/api/methods/run', 'py:pyrogram.Client#run', 'py:pyrogram.idle'),
    ...serves(telethonDocs, 'py:telethon.TelegramClient#run_until_disconnected'),
  ],
  returns: [
    ...give('py:telethon.TelegramClient#', 'py:telethon.TelegramClient#', 'start'),
    ...give('py:asyncio.AbstractEventLoop#', 'py:telethon.TelegramClient#', 'loop:read'),
  ],
};
