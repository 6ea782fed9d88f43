// Imports. `import a.b` binds `a`; what follows it is looked up as its member. A name that is imported
// may be a module of the package as well as something that it defines: linking knows.

import type { Value } from '../../../core/facts';
import { childIn, childOf, childrenIn } from '../nodes';
import type { Extraction, Handlers, PyNode } from './extraction';
import { bindName } from './targets';

export const importHandlers: Handlers = {
  import_statement: (x, node) => {
    for (const one of childrenIn(node, 'name')) importModule(x, one);
  },
  import_from_statement: (x, node) => {
    const source = childIn(node, 'module_name');
    if (!source) return;
    const module = moduleName(x, source);
    x.imports.push(module);
    if (childOf(node, 'wildcard_import')) x.exports.push({ name: '*', value: { kind: 'import', module, name: '*' } });
    for (const one of childrenIn(node, 'name')) importName(x, module, one);
  },
  future_import_statement: () => undefined,
};

function importModule(x: Extraction, node: PyNode): void {
  const [name, alias] = node.type === 'aliased_import' ? [childIn(node, 'name'), childIn(node, 'alias')] : [node];
  if (!name) return;
  const module = moduleName(x, name);
  x.imports.push(module);
  const [root = module] = module.split('.');
  const bound = alias ? { local: x.textOf(alias), module } : { local: root, module: root };
  bindName(x, bound.local, { kind: 'import', module: bound.module, name: '*' }, [], 'import');
}

function importName(x: Extraction, module: string, node: PyNode): void {
  const [name, alias] = node.type === 'aliased_import' ? [childIn(node, 'name'), childIn(node, 'alias')] : [node];
  if (!name) return;
  const value: Value = { kind: 'import', module, name: x.textOf(name) };
  // `from package import views` may name a module that nothing else mentions.
  x.imports.push(`${module}${module.endsWith('.') ? '' : '.'}${x.textOf(name)}`);
  bindName(x, x.textOf(alias ?? name), value, [], 'import');
}

/** `a.b`, `.`, `..a`: spaces and line breaks taken out. */
function moduleName(x: Extraction, node: PyNode): string {
  return x.textOf(node).replace(/[\s\\]+/g, '');
}
