// The rules: stable ids, and what each is called for a person. What belongs to a rule is said by
// the knowledge tables; a rule's page is media/rules/<id>.md and is run by the tests.

export const rules = {
  'sync-file': 'Synchronous file access',
  'sync-process': 'Synchronous child process',
  'sync-network': 'Synchronous network access',
  'sync-crypto': 'Synchronous cryptography',
  'sync-compression': 'Synchronous compression',
  'sync-database': 'Synchronous database access',
  'sync-storage': 'Synchronous browser storage',
  'sync-dom': 'Synchronous layout or document work',
  'sync-import': 'Synchronous module loading',
  sleep: 'Sleep that holds the thread',
  'user-prompt': 'Dialog or prompt that waits for a person',
  'thread-wait': 'Waiting for another thread',
  'loop-deadlock': 'Waiting on the loop for the loop',
  'cpu-call': 'Heavy computation in one call',
  'cpu-loop': 'Heavy computation in a loop',
  'cpu-recursion': 'Heavy computation by recursion',
  'slow-regex': 'Regular expression that backtracks',
  'unused-suppression': 'Suppression that suppresses nothing',
} as const;

export type RuleId = keyof typeof rules;

/** True if `text` names a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}
