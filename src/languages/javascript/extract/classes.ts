// Classes: members as values, field initialisers as a function that every construction runs, and
// static initialisers as one that runs where the class stands.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { FunctionKind, Member, Value } from '../../../core/facts';
import { type Extraction, type Handlers, type Mutable } from './extraction';
import { addImplicitFunction, extractFunction, visitNamed } from './functions';
import { keyName } from './patterns';
import { visitStatements } from './statements';
import { entity, typesOf } from './types';

export const classHandlers: Handlers = {
  ClassDeclaration: (x, node: TSESTree.ClassDeclaration) => {
    if (node.declare) return;
    const binding = node.id ? x.scopes.declare(node.id.name, 'class', x.place.function) : undefined;
    const value = classValue(x, node);
    if (binding !== undefined) x.scopes.initialise(binding, value);
  },
  ClassExpression: (x, node: TSESTree.ClassExpression) => classValue(x, node),
  Decorator: (x, node: TSESTree.Decorator) => x.visitInPlace(node.expression),
};

/** Walks a class and returns it as a value. */
export function classValue(x: Extraction, node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): Value {
  const name = node.id?.name ?? '';
  const decorators = decoratorsOf(x, node);
  x.scopes.open('block');
  const index = x.classes.length;
  const facts = {
    name,
    bases: [] as Value[],
    implements: (node.implements ?? []).map((one) => entity(x, one.expression)),
    decorators,
    members: [] as Member[],
    initializer: undefined as number | undefined,
    range: x.rangeOf(node.id ?? node),
  };
  x.classes.push(facts);
  const self = node.type === 'ClassExpression' && name ? x.scopes.declare(name, 'class', x.place.function) : undefined;
  if (self !== undefined) x.scopes.initialise(self, { kind: 'class', class: index });
  if (node.superClass) facts.bases.push(x.visitInPlace(node.superClass));
  new ClassBody(x, node, index, facts).visit();
  x.scopes.close();
  return { kind: 'class', class: index };
}

/** Decorators are evaluated where they stand; what they evaluate to is called with what they decorate. */
function decoratorsOf(x: Extraction, { decorators }: { readonly decorators?: readonly TSESTree.Decorator[] }): Value[] {
  return (decorators ?? []).map((one) => x.visit(one));
}

type ClassElement = TSESTree.ClassElement;

class ClassBody {
  private staticInitializer: number | undefined;

  constructor(
    private readonly x: Extraction,
    private readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
    private readonly index: number,
    private readonly facts: Mutable<{ name: string; members: Member[]; initializer: number | undefined }>,
  ) {}

  visit(): void {
    for (const element of this.node.body?.body ?? []) {
      this.x.statementStart = element.range[0];
      this.visitElement(element);
    }
    this.runStaticInitializer();
  }

  private visitElement(element: ClassElement): void {
    switch (element.type) {
      case 'MethodDefinition':
        return this.visitMethod(element);
      case 'PropertyDefinition':
      case 'AccessorProperty':
        return this.visitField(element);
      case 'StaticBlock':
        return this.inInitializer(true, () => {
          this.x.scopes.open('function');
          visitStatements(this.x, element.body);
          this.x.scopes.close();
        });
      default:
        return;
    }
  }

  private visitMethod(element: TSESTree.MethodDefinition): void {
    const decorators = decoratorsOf(this.x, element);
    const name = this.keyOf(element);
    const { value } = element;
    if (!value.body) return;
    const kind = functionKinds[element.kind];
    const fullName = this.facts.name && name !== undefined ? `${this.facts.name}.${name}` : (name ?? '');
    const index = extractFunction(this.x, value, {
      name: fullName,
      kind,
      class: this.index,
      static: element.static,
      named: element.key,
      decorators,
    });
    const memberKind = element.kind === 'get' ? 'getter' : element.kind === 'set' ? 'setter' : element.kind;
    if (name !== undefined && (element.kind === 'get' || element.kind === 'set')) this.x.accessors.add(name);
    if (name !== undefined)
      this.addMember({ name, static: element.static, kind: memberKind, value: { kind: 'function', function: index }, types: [] });
    if (element.kind === 'constructor') this.addParameterFields(value.params, index);
  }

  private addParameterFields(params: readonly TSESTree.Parameter[], owner: number): void {
    for (const [index, param] of params.entries()) {
      if (param.type !== 'TSParameterProperty') continue;
      const id = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
      if (id.type !== 'Identifier') continue;
      this.addMember({
        name: id.name,
        static: false,
        kind: 'field',
        value: { kind: 'param', function: owner, index },
        types: typesOf(this.x, id.typeAnnotation),
      });
    }
  }

  private visitField(element: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): void {
    decoratorsOf(this.x, element);
    const name = this.keyOf(element);
    const types = typesOf(this.x, element.typeAnnotation);
    const value = this.inInitializer(element.static, () => visitNamed(this.x, element.value, this.fieldName(name), element.key));
    if (name !== undefined) this.addMember({ name, static: element.static, kind: 'field', value, types });
  }

  private fieldName(name: string | undefined): string {
    return this.facts.name && name ? `${this.facts.name}.${name}` : (name ?? '');
  }

  private addMember(member: Member): void {
    this.facts.members.push(member);
  }

  private keyOf(element: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty): string | undefined {
    if (!element.computed) return keyName(element.key);
    const key = this.x.visit(element.key);
    return key.kind === 'literal' ? String(key.value) : undefined;
  }

  private inInitializer<T>(isStatic: boolean, walk: () => T): T {
    const index = isStatic ? (this.staticInitializer ??= this.addInitializer()) : (this.facts.initializer ??= this.addInitializer());
    return this.x.inFunction(index, index, walk);
  }

  private addInitializer(): number {
    const { x, node } = this;
    return addImplicitFunction(
      x,
      { name: this.facts.name, kind: 'initializer', class: this.index },
      x.rangeOf(node.id ?? node),
      x.place.function,
    );
  }

  /** Static fields and blocks run once, in the function that the class stands in. */
  private runStaticInitializer(): void {
    if (this.staticInitializer === undefined) return;
    const range = this.x.rangeOf(this.node.id ?? this.node);
    this.x.addCall({
      use: 'call',
      callee: { kind: 'function', function: this.staticInitializer },
      name: this.facts.name || 'class',
      range: { start: range.start, end: this.node.id ? range.end : { ...range.start, column: range.start.column + 1 } },
      args: [],
      optional: false,
    });
  }
}

const functionKinds: Readonly<Record<TSESTree.MethodDefinition['kind'], FunctionKind>> = {
  constructor: 'constructor',
  get: 'getter',
  method: 'method',
  set: 'setter',
};
