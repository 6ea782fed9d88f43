// What knowledge's predicates may ask of a call site, answered from facts with constants followed.

import type { CallSite, Value } from '../facts';
import type { CallShape } from '../knowledge';
import type { ProgramFile } from './program';
import type { Resolver } from './resolve';

/** The shape of a call site in `file`. */
export function shapeOf(resolver: Resolver, file: ProgramFile, site: CallSite): CallShape {
  const arg = (index: number): Value | undefined => {
    const value = site.args[index];
    return value && resolver.constant(file, value);
  };
  return {
    use: site.use,
    argCount: site.args.length,
    spread: site.args.some((one) => one.kind === 'spread'),
    awaited: site.awaited,
    inLoop: site.loop !== undefined,
    arg,
    option: (index, name) => {
      const object = arg(index);
      const property = object?.kind === 'object' ? object.properties.find((one) => one.name === name) : undefined;
      return property && resolver.constant(file, property.value);
    },
    isFunction: (index) => {
      const value = site.args[index];
      return value !== undefined && resolver.resolve(file, value).some((target) => target.kind === 'function');
    },
  };
}
