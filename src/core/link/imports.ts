// Which files of the program a file loads: by its imports, and by calls while it runs.

import type { CallSite } from '../facts';
import type { ProgramFile } from './program';
import type { Resolver } from './resolve';

/** All files that a file loads, however it does. */
export function importsOf(file: ProgramFile, resolver: Resolver): readonly ProgramFile[] {
  const known = resolver.linked?.imports.get(file) ?? findImports(file, resolver);
  resolver.linked?.imports.set(file, known);
  return known;
}

/** The names of all modules that a file loads, of the program or not. */
export function specifiersIn(file: ProgramFile, resolver: Resolver): readonly string[] {
  const required = (): string[] => file.sites.flatMap((site) => resolver.requiredModule(file, site) ?? []);
  const known = resolver.linked?.specifiers.get(file) ?? [...file.facts.imports, ...required()];
  resolver.linked?.specifiers.set(file, known);
  return known;
}

function findImports(file: ProgramFile, resolver: Resolver): readonly ProgramFile[] {
  const found = specifiersIn(file, resolver).flatMap((specifier) => resolver.modules.all(file, specifier));
  return [...new Set(found)].filter((one) => one !== file);
}

/** The files that a call site loads: `await import('./server.js')`, `require('./server')`. */
export function loadedAt(file: ProgramFile, site: CallSite, resolver: Resolver): readonly ProgramFile[] {
  const specifier = site.use === 'import' && site.callee.kind === 'import' ? site.callee.module : resolver.requiredModule(file, site);
  return specifier === undefined ? [] : resolver.modules.all(file, specifier);
}
