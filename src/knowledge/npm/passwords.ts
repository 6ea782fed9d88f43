// Password hashing. bcrypt's native modules have variants that leave the thread; bcryptjs computes in
// JavaScript, and its promise and callback forms compute on the loop all the same.

import type { BlockingRow, CallShape, CostClass, Remedy } from '../../core/knowledge';
import { github, library, promise, worker } from '../builders';

const inJavaScript = worker('Its asynchronous form computes on the loop all the same; the package `bcrypt` does not');

export const passwordRows: readonly BlockingRow[] = [
  ...bcrypt('bcrypt', 'https://github.com/kelektiv/node.bcrypt.js#api', 'with bcrypt', (name) => promise(`bcrypt.${name}`)),
  ...bcrypt('@node-rs/bcrypt', github('napi-rs/node-rs'), 'with bcrypt in Rust', (name) => promise(`@node-rs/bcrypt.${name}`)),
  ...bcrypt('bcryptjs', 'https://github.com/dcodeIO/bcrypt.js#usage', 'with bcrypt in JavaScript', () => inJavaScript),
];

function bcrypt(module: string, link: string, how: string, remedy: (name: string) => Remedy): BlockingRow[] {
  const row = library(module, 'sync-crypto', link);
  return [
    row('hashSync', byRounds, `hashes the password ${how}, twice as long with each round`, remedy('hash'), { example: "'p', 12" }),
    row('compareSync', 'long', `hashes the password ${how}, as often as the stored hash says`, remedy('compare')),
    row('genSaltSync', 'tiny', `makes a random salt for hashing ${how}`, remedy('genSalt')),
  ];
}

/** Every round doubles the time; ten take 60 to 90 ms. */
function byRounds(call: CallShape): CostClass {
  const rounds = call.arg(1);
  if (rounds?.kind !== 'literal' || typeof rounds.value !== 'number') return 'long';
  return rounds.value < 5 ? 'tiny' : rounds.value < 10 ? 'noticeable' : 'long';
}
