// Puts `await` before a call, with parentheses only where the syntax needs them, and with a leading
// semicolon where a line that now starts with a parenthesis would continue the one before.

import { insertion, type Edit } from './edits';
import { ancestors, type Node, type Source } from './source';

/** The edits that await `call`; none if it is awaited already. */
export function awaitEdits(source: Source, call: Node): readonly Edit[] {
  const parent = source.parentOf(call);
  if (parent?.type === 'AwaitExpression') return [];
  const [start, end] = call.range;
  if (!needsParentheses(parent, call) || isParenthesised(source, call)) return [insertion(start, `${gap(source, start)}await `)];
  const opening = `${leadingSemicolon(source, call)}(await `;
  return [insertion(start, opening), insertion(end, ')')];
}

function needsParentheses(parent: Node | undefined, call: Node): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === call;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call;
    case 'TaggedTemplateExpression':
      return parent.tag === call;
    case 'BinaryExpression':
      return parent.operator === '**';
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === call;
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return true;
    default:
      return false;
  }
}

/** True if `call` already has parentheses of its own. Asked only where what follows it is no argument list's end. */
function isParenthesised(source: Source, call: Node): boolean {
  const before = source.text.slice(0, call.range[0]).trimEnd();
  const after = source.text.slice(call.range[1]).trimStart();
  return before.endsWith('(') && after.startsWith(')');
}

/** `return(x)` must not become `returnawait (x)`. */
function gap(source: Source, at: number): string {
  return /[\w$]$/.test(source.text.slice(Math.max(0, at - 1), at)) ? ' ' : '';
}

function leadingSemicolon(source: Source, call: Node): string {
  for (const above of ancestors(source, call)) {
    if (above.range[0] !== call.range[0]) return gap(source, call.range[0]);
    if (above.type === 'ExpressionStatement') return continuesStatementBefore(source, above) ? ';' : '';
  }
  return '';
}

/** True if the statement before ends without its semicolon, so that a parenthesis would continue it. */
function continuesStatementBefore(source: Source, statement: Node): boolean {
  const before = statementBefore(source.parentOf(statement), statement);
  return before !== undefined && !source.textOf(before).endsWith(';') && !endsItself(before);
}

function statementBefore(parent: Node | undefined, statement: Node): Node | undefined {
  const list: readonly Node[] = parent?.type === 'BlockStatement' ? parent.body : parent?.type === 'SwitchCase' ? parent.consequent : [];
  return list[list.indexOf(statement) - 1];
}

/** True for statements whose last part is a block, which needs no semicolon. */
function endsItself(statement: Node): boolean {
  switch (statement.type) {
    case 'IfStatement':
      return endsItself(statement.alternate ?? statement.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return endsItself(statement.body);
    default:
      return ['BlockStatement', 'ClassDeclaration', 'FunctionDeclaration', 'SwitchStatement', 'TryStatement'].includes(statement.type);
  }
}
