// Whether two threads hold the same text, without sending it.

import { createHash } from 'node:crypto';

export function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
