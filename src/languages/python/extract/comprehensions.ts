// Comprehensions. A list, set or dictionary is built where it stands. A generator expression is a
// generator function of its own, called at once: its body runs where it is iterated.

import type { Value } from '../../../core/facts';
import { childIn, isAsync } from '../nodes';
import { type Extraction, type Handlers, type PyNode, under, unknown } from './extraction';
import { hashed, iterate, many } from './expressions';
import { addImplicitFunction } from './functions';
import { forLoop } from './loops';
import { bindTarget } from './targets';

export const comprehensionHandlers: Handlers = {
  list_comprehension: (x, node) => built(x, node),
  set_comprehension: (x, node) => hashed(built(x, node)),
  dictionary_comprehension: (x, node) => hashed(built(x, node)),
  generator_expression: (x, node) => generator(x, node),
  pair: (x, node) => {
    x.visit(childIn(node, 'key'));
    return x.visit(childIn(node, 'value'));
  },
};

function built(x: Extraction, node: PyNode): Value {
  let element: Value = unknown;
  x.scopes.open('block');
  const over = clauses(
    x,
    node.children.filter(({ type }) => type === 'for_in_clause' || type === 'if_clause'),
    () => {
      element = x.visit(childIn(node, 'body'));
    },
  );
  x.scopes.close();
  return many(element, over);
}

/** Each clause stands within the one before it. Gives what the first goes through. */
function clauses(x: Extraction, [clause, ...rest]: readonly PyNode[], body: () => void): Value {
  if (!clause) {
    body();
    return unknown;
  }
  if (clause.type === 'if_clause') {
    const test = x.visit(clause.children[0]);
    return x.at(under(x, { node: clause, value: test }, true), () => clauses(x, rest, body));
  }
  const right = childIn(clause, 'right');
  const over = x.visitInPlace(right);
  const element = iterate(x, over, right, isAsync(clause));
  forLoop(x, clause, over, () => {
    if (isAsync(clause)) x.addAwait();
    bindTarget(x, childIn(clause, 'left'), element);
    clauses(x, rest, body);
  });
  return over;
}

function generator(x: Extraction, node: PyNode): Value {
  const range = x.rangeOf(node);
  const { start } = range;
  const head = { start, end: { line: start.line, column: start.column + 1 } };
  const async = node.children.some((one) => one.type === 'for_in_clause' && isAsync(one));
  const index = addImplicitFunction(x, { name: '', kind: 'arrow', async, generator: true }, head, x.place.function);
  x.scopes.open('function');
  x.inFunction(index, x.place.thisFunction, () => {
    const element = built(x, node);
    x.functions[index]?.returns.push(element.kind === 'array' ? (element.elements[0] ?? unknown) : unknown);
  });
  x.scopes.close();
  const callee: Value = { kind: 'function', function: index };
  return x.addCall({ use: 'call', callee, name: '(… for …)', range: head, args: [], optional: false });
}
