// Whether a text is SARIF, by the published schema.

import Ajv, { type ErrorObject } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with the log; empty if it is valid. */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  return validate(log) ? [] : (validate.errors ?? []);
}

const schema = JSON.parse(readFileSync(join(__dirname, 'schema/sarif-2.1.0.json'), 'utf8')) as Record<string, unknown>;
// It uses nothing in which draft 4, in which it is written, differs from what the validator knows, but for a pattern.
delete schema['$schema'];
delete schema['id'];
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': isReference, 'date-time': true },
}).compile(schema);

function isReference(text: string): boolean {
  return /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && !/%(?![\dA-F]{2})/i.test(text);
}
