// Password hashing. bcrypt's native modules have variants that leave the thread; bcryptjs computes in
// JavaScript, and its promise and callback forms compute on the loop all the same.

import type { BlockingRow, CallShape, Cost, CostClass, Remedy } from '../../core/knowledge';
import { github, library, promise, worker } from '../builders';
import { count, number, takes } from '../judge';

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
    ...(module === 'bcryptjs' ? awaited(row, remedy) : []),
    row('genSaltSync', 'tiny', `makes a random salt for hashing ${how}`, remedy('genSalt')),
  ];
}

/** Computes on the loop all the same, in pieces of a tenth of a second. */
function awaited(row: ReturnType<typeof library>, remedy: (name: string) => Remedy): BlockingRow[] {
  const here = 'on the thread that awaits it or is called back';
  return [
    row('hash', byRounds, `hashes the password with bcrypt in JavaScript, ${here}`, remedy('hash'), { example: "'p', 12" }),
    row('compare', 'long', `hashes the password as often as the stored hash says, ${here}`, remedy('compare')),
  ];
}

/** Every round doubles the time; ten take 60 to 90 ms. */
function byRounds(call: CallShape): CostClass | Cost {
  const rounds = number(call, 1);
  return rounds === undefined ? 'long' : takes(0.07 * 2 ** rounds, `hashes ${count(2 ** rounds)} times`);
}
