// Whether `await` may be written where a call stands: in the body of an async function, with nothing
// between that runs on its own (parameter defaults, class fields, decorators, sync callbacks).

import { ancestors, isFunction, type FunctionNode, type Node, type Source } from './source';

/** The async function whose body directly holds `call`; `undefined` if `await` is not allowed or not right there. */
export function asyncFunctionAround(source: Source, call: Node): FunctionNode | undefined {
  let inner = call;
  for (const above of ancestors(source, call)) {
    if (isFunction(above)) return above.async && above.body === inner ? above : undefined;
    if (runsOnItsOwn.has(above.type) || isUsing(above)) return undefined;
    inner = above;
  }
  return undefined;
}

const runsOnItsOwn: ReadonlySet<string> = new Set([
  'AccessorProperty',
  'Decorator',
  'MethodDefinition',
  'PropertyDefinition',
  'StaticBlock',
  'TSEnumMember',
  'TSModuleBlock',
]);

/** Disposal is tied to the value's kind, so a `using` declaration is left to its author. */
function isUsing(node: Node): boolean {
  return node.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using');
}
