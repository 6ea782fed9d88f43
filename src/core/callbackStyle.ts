// Functions that answer through a callback, as Node.js did before promises: `save(name, done)` that calls
// `done(null, result)`. Whoever calls one does not wait for what it returns: like an async function it
// is meant for the loop.

import type { CallSite, FileFacts, Value } from './facts';
import { parameterIn } from './link/parameters';
import type { FunctionId, Program, ProgramFile } from './link/program';

/** The functions whose last parameter is a callback that they answer through. */
export function answeringFunctions({ files }: Program): Set<FunctionId> {
  const candidates = files.filter(({ facts }) => facts.language === 'javascript');
  return new Set(candidates.flatMap((file) => file.facts.calls.flatMap((site) => answeredBy(file, site) ?? [])));
}

/** The function that a call site answers for. */
function answeredBy(file: ProgramFile, site: CallSite): FunctionId | undefined {
  const binding = site.use === 'call' ? parameterIn(file, site.callee) : undefined;
  const owner = binding === undefined ? undefined : file.facts.bindings[binding]?.function;
  const facts = owner === undefined ? undefined : file.facts.functions[owner];
  if (binding === undefined || owner === undefined || !facts || facts.async) return undefined;
  const isLast = facts.params.length > 1 && facts.params.at(-1)?.bindings.includes(binding) === true;
  return isLast && isAnswer(file.facts, site, facts.params.length) ? file.base + owner : undefined;
}

/** `done(null, x)`, `done(error)`; `next()` of a function with three parameters. */
function isAnswer(facts: FileFacts, { args: [first], callee }: CallSite, params: number): boolean {
  if (callee.kind !== 'name') return false;
  if (!first) return params > 2;
  return (first.kind === 'literal' && (first.value === null || first.value === undefined)) || isError(facts, first);
}

/** What was caught, or what a callback was given first. */
function isError({ bindings }: FileFacts, value: Value): boolean {
  const binding = value.kind === 'name' && value.binding !== undefined ? bindings[value.binding] : undefined;
  const [source] = binding?.values ?? [];
  return binding?.kind === 'catch' || (binding?.kind === 'param' && source?.kind === 'param' && source.index === 0);
}
