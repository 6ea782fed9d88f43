// Django. A query set asks the database when somebody takes its rows; its methods with an `a` before their
// name are awaited and have no rows.

import type { BlockingRow } from '../../../core/knowledge';
import { promise } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, same, thread } from '../rows';

const djangoDocs = 'https://docs.djangoproject.com/en/stable/topics/async/#queries-the-orm';
const django = operations('py:django.db.models.', 'sync-database', djangoDocs, {
  remedy: thread('Or use the methods with an `a` before their name: `aget`, `acreate`, `asave`, `async for`'),
});

const asked =
  'get first last earliest latest count exists create get_or_create update_or_create bulk_create bulk_update in_bulk aggregate update delete explain contains'.split(
    ' ',
  );
const lazy =
  'all filter exclude order_by distinct values values_list annotate select_related prefetch_related only defer reverse using none select_for_update dates datetimes union intersection difference extra raw alias iterator'.split(
    ' ',
  );
const atomic = operations('py:django.db.transaction.', 'sync-database', 'https://docs.djangoproject.com/en/stable/topics/db/transactions/');
const cache = operations(
  'py:django.core.cache.',
  'sync-network',
  'https://docs.djangoproject.com/en/stable/topics/cache/#asynchronous-support',
  {
    remedy: thread('Or await the methods with an `a` before their name: `aget`, `aset`'),
  },
);

const hasTwin = new Set(asked.filter((name) => name !== 'in_bulk' && name !== 'bulk_update'));

const djangoRows: readonly BlockingRow[] = [
  ...asked.map((name) =>
    django(`QuerySet#${name}`, 'unbounded', `sends the query of ${name} and waits for the database`, {
      ...(hasTwin.has(name) && { remedy: promise(`py:django.db.models.QuerySet#a${name}`) }),
    }),
  ),
  django('QuerySet#__iter__', 'unbounded', 'sends the query and waits for the rows'),
  ...['save', 'delete', 'refresh_from_db'].map((name) =>
    django(`Model#${name}`, 'unbounded', `has the database do the ${name} of the object and waits for it`, {
      remedy: promise(`py:django.db.models.Model#a${name}`),
    }),
  ),
  atomic('atomic#__enter__', 'unbounded', 'begins a transaction and waits for the database'),
  atomic('atomic#__exit__', 'unbounded', 'ends the transaction and waits for the database'),
  ...methods(
    cache,
    'BaseCache#',
    ['get', 'set', 'add', 'delete', 'get_or_set', 'get_many', 'set_many', 'incr', 'clear'],
    'noticeable',
    (name) => `asks the cache server to ${name.replaceAll('_', ' ')}, and waits for it`,
  ).map((row) => ({ ...row, example: "'a'" })),
  operations('py:django.core.mail.', 'sync-network', 'https://docs.djangoproject.com/en/stable/topics/email/')(
    'send_mail',
    'unbounded',
    'connects to the mail server and sends the message',
  ),
  operations('py:django.core.mail.', 'sync-network', 'https://docs.djangoproject.com/en/stable/topics/email/')(
    'EmailMessage#send',
    'unbounded',
    'connects to the mail server and sends this message',
  ),
  operations('py:django.core.management.', 'sync-process', 'https://docs.djangoproject.com/en/stable/ref/django-admin/')(
    'call_command',
    'long',
    'runs the command to its end',
  ),
  ...each(
    operations('py:django.contrib.auth.', 'sync-crypto', 'https://docs.djangoproject.com/en/stable/topics/auth/passwords/', {
      gil: 'released',
    }),
    ['hashers.make_password', 'hashers.check_password'],
    'long',
    (name) => `hashes the password hundreds of thousands of times, in ${bare(name)}`,
  ).map((row) => ({ ...row, example: "'a', 'b'" })),
  ...each(
    operations('py:django.shortcuts.', 'sync-database', 'https://docs.djangoproject.com/en/stable/topics/http/shortcuts/', {
      remedy: thread('Or await the function with an `a` before its name'),
    }),
    ['get_object_or_404', 'get_list_or_404'],
    'unbounded',
    (name) => `sends the query of ${name} and waits for the database`,
  ),
];

const queries = 'py:django.db.models.QuerySet#';
const model = 'py:django.db.models.Model#';

export const djangoLibrary: Library = {
  blocking: djangoRows,
  returns: [
    ...give('py:django.db.models.Manager#', 'py:django.db.models.Model.', 'objects:read', '_default_manager:read', '_base_manager:read'),
    ...give(queries, 'py:django.db.models.Manager#', 'get_queryset'),
    ...chains(queries, ...lazy),
    ...give(model, queries, 'get', 'first', 'last', 'create', 'earliest', 'latest', '__next__'),
    ...give(model, queries, 'aget', 'afirst', 'alast', 'acreate'),
    ...give('py:django.db.transaction.atomic#', 'py:django.db.transaction.', 'atomic'),
    ...give('py:django.core.cache.BaseCache#', 'py:django.core.cache.', 'cache:read', 'caches:read'),
  ],
  inherits: [
    ...extend(queries, 'py:django.db.models.Manager#'),
    ...extend(
      model,
      'py:django.contrib.auth.models.AbstractUser#',
      'py:django.contrib.auth.models.AbstractBaseUser#',
      'py:django.contrib.auth.models.User#',
    ),
    ...extend('py:django.core.mail.EmailMessage#', 'py:django.core.mail.EmailMultiAlternatives#'),
  ],
  aliases: [
    ...same('py:django.db.models.QuerySet', 'py:django.db.models.query.QuerySet'),
    ...same('py:django.db.models.Manager', 'py:django.db.models.manager.Manager'),
    ...same('py:django.db.models.Model', 'py:django.db.models.base.Model'),
  ],
};
