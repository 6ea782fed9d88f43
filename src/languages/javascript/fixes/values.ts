// What an expression stands for, as an API path: the member of a module that it certainly is. Names
// that are ever reassigned stand for nothing, and so does anything that only might be the module.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { boundNames, type Declaration } from './declarations';
import { normalPath } from './apiPath';
import type { Names } from './names';
import { within, withoutTypes, type Node } from './source';

/** How many aliases are followed: enough for every real file, and an end for `const a = b, b = a`. */
const maxSteps = 12;

/** The API path of what `node` evaluates to; `undefined` where that is not certain. */
export function apiOf(names: Names, node: Node, steps = maxSteps): string | undefined {
  const path = steps === 0 ? undefined : rawApiOf(names, withoutTypes(node), steps - 1);
  return path === undefined ? undefined : normalPath(path);
}

/** The API path of what a declared name stands for. */
export function apiOfDeclaration(names: Names, declaration: Declaration): string | undefined {
  const path = rawApiOfDeclaration(names, declaration, maxSteps);
  return path === undefined ? undefined : normalPath(path);
}

/** The module specifier of a call such as `require('fs')` or `import('fs')`. */
export function loadedModule(names: Names, node: Node, steps = maxSteps): string | undefined {
  if (node.type === 'AwaitExpression' && node.argument.type === 'ImportExpression') return stringOf(node.argument.source);
  if (node.type !== 'CallExpression' || node.arguments.length !== 1) return undefined;
  const [argument] = node.arguments;
  return argument !== undefined && isRequire(names, node.callee, steps) ? stringOf(argument) : undefined;
}

function rawApiOf(names: Names, node: Node, steps: number): string | undefined {
  if (node.type === 'Identifier') {
    const declaration = names.resolve(node.name, node);
    return declaration && rawApiOfDeclaration(names, declaration, steps);
  }
  if (node.type === 'MemberExpression') return memberOf(apiOf(names, node.object, steps), memberName(node));
  return loadedModule(names, node, steps) ?? promisified(names, node, steps);
}

function rawApiOfDeclaration(names: Names, declaration: Declaration, steps: number): string | undefined {
  const { site } = declaration;
  switch (site.type) {
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportSpecifier':
      return rawApiOfSpecifier(names, site);
    case 'TSImportEqualsDeclaration':
      return site.moduleReference.type === 'TSExternalModuleReference' ? stringOf(site.moduleReference.expression) : undefined;
    case 'VariableDeclarator':
      if (site.init === null || names.writes(declaration).length > 0) return undefined;
      return alongPattern(apiOf(names, site.init, steps), site.id, declaration.id);
    default:
      return undefined;
  }
}

function rawApiOfSpecifier(names: Names, site: TSESTree.ImportClause): string | undefined {
  const statement = names.source.parentOf(site);
  const module = statement?.type === 'ImportDeclaration' ? stringOf(statement.source) : undefined;
  return site.type === 'ImportSpecifier' ? memberOf(module, exportedName(site.imported)) : module;
}

/** `{ promises: { readFile } }` of `fs`: the path of the one name that `id` binds. */
function alongPattern(path: string | undefined, pattern: Node, id: Node): string | undefined {
  if (path === undefined || pattern === id) return path;
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed || !within(id, property)) continue;
    const value = property.value;
    return boundNames(value).includes(id) ? alongPattern(memberOf(path, exportedName(property.key)), value, id) : undefined;
  }
  return undefined;
}

/** The default export of a module of Node.js, or of a CommonJS package, is the module. */
function memberOf(path: string | undefined, name: string | undefined): string | undefined {
  if (path === undefined || name === undefined) return undefined;
  return name === 'default' ? path : `${path}.${name}`;
}

function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.computed ? stringOf(node.property) : undefined;
}

function exportedName(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : stringOf(node);
}

function stringOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function isRequire(names: Names, callee: Node, steps: number): boolean {
  if (callee.type !== 'Identifier') return apiOf(names, callee, steps) === 'process.getBuiltinModule';
  const declaration = names.resolve(callee.name, callee);
  if (declaration === undefined) return callee.name === 'require';
  const init = declaration.site.type === 'VariableDeclarator' ? declaration.site.init : null;
  return init?.type === 'CallExpression' && apiOf(names, init.callee, steps) === 'module.createRequire';
}

/** `promisify(fs.readFile)` is what `fs/promises` has under that name. */
function promisified(names: Names, node: Node, steps: number): string | undefined {
  if (node.type !== 'CallExpression' || apiOf(names, node.callee, steps) !== 'util.promisify') return undefined;
  const [of] = node.arguments;
  const path = of && apiOf(names, of, steps);
  return path?.startsWith('fs.') === true ? path.replace(/^fs\./, 'fs/promises.') : undefined;
}
