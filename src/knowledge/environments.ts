// Values by which a program tells whether it is in production.

import type { EnvironmentRow } from '../core/knowledge';

const named = { tooling: ['development', 'develop', 'dev', 'test', 'testing', 'e2e'], production: ['production', 'prod'] };
const whileDeveloping = { tooling: [true], production: [false] };

export const environments: readonly EnvironmentRow[] = [
  {
    api: 'node:process.env.NODE_ENV',
    ...named,
    link: 'https://nodejs.org/en/learn/getting-started/nodejs-the-difference-between-development-and-production',
  },
  // What only a checker of types reads.
  { api: 'py:typing.TYPE_CHECKING', ...whileDeveloping, link: 'https://docs.python.org/3/library/typing.html#typing.TYPE_CHECKING' },
  { api: 'py:django.conf.settings.DEBUG', ...whileDeveloping, link: 'https://docs.djangoproject.com/en/stable/ref/settings/#debug' },
  { api: 'global.__DEV__', ...whileDeveloping, link: 'https://reactnative.dev/docs/javascript-environment' },
  {
    api: 'electron.app.isPackaged',
    tooling: [false],
    production: [true],
    link: 'https://www.electronjs.org/docs/latest/api/app#appispackaged-readonly',
  },
];
