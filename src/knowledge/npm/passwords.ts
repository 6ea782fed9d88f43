// Password hashing. bcrypt's native module has a variant that leaves the thread; bcryptjs computes in
// JavaScript, and its promise and callback forms compute on the loop all the same.

import type { BlockingRow, CallShape, CostClass, Remedy } from '../../core/knowledge';
import { called, promise, worker } from '../builders';

const native = 'https://github.com/kelektiv/node.bcrypt.js#api';
const script = 'https://github.com/dcodeIO/bcrypt.js#usage';

export const passwordRows: readonly BlockingRow[] = [
  ...bcrypt('bcrypt', native, 'with bcrypt', (name) => promise(`bcrypt.${name}`)),
  ...bcrypt('bcryptjs', script, 'with bcrypt in JavaScript', () =>
    worker('Its asynchronous form computes on the loop all the same; the package `bcrypt` does not'),
  ),
];

function bcrypt(module: string, link: string, how: string, remedy: (name: string) => Remedy): BlockingRow[] {
  return [
    called(
      'sync-crypto',
      `${module}.hashSync`,
      byRounds,
      `hashes the password ${how}, twice as long with each round`,
      remedy('hash'),
      link,
      {
        example: "'p', 12",
      },
    ),
    called(
      'sync-crypto',
      `${module}.compareSync`,
      'long',
      `hashes the password ${how}, as often as the stored hash says`,
      remedy('compare'),
      link,
    ),
  ];
}

/** Every round doubles the time; ten take 60 to 90 ms. */
function byRounds(call: CallShape): CostClass {
  const rounds = call.arg(1);
  if (rounds?.kind !== 'literal' || typeof rounds.value !== 'number') return 'long';
  return rounds.value < 5 ? 'tiny' : rounds.value < 10 ? 'noticeable' : 'long';
}
