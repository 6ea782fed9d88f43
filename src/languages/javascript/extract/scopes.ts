// Lexical scopes. References are gathered while the tree is walked and bound when their scope closes,
// because a name may be declared after its use (hoisting). A scope keeps values and types apart:
// `interface Buffer {}` does not shadow the global `Buffer`.

import type { Binding, BindingKind, Value } from '../../../core/facts';

export type NameValue = { kind: 'name'; name: string; binding: number | undefined };

export type MutableBinding = { -readonly [K in keyof Binding]: Binding[K] } & { values: Value[]; types: Value[] };

interface Reference {
  readonly value: NameValue;
  readonly escapes: boolean;
  /** What the name is assigned here. */
  readonly assigned: Value | undefined;
  readonly inTypeSpace: boolean;
}

interface Scope {
  readonly parent: Scope | undefined;
  /** True for the scope in which `var` lives. */
  readonly hoists: boolean;
  readonly values: Map<string, number>;
  readonly types: Map<string, number>;
  readonly references: Reference[];
}

export class Scopes {
  readonly bindings: MutableBinding[] = [];
  private current: Scope = newScope(undefined, true);

  open(hoists: boolean): void {
    this.current = newScope(this.current, hoists);
  }

  /** Binds what was referenced in the scope; what it does not declare is left to the scope around it. */
  close(): void {
    const { references, parent } = this.current;
    for (const reference of references) {
      const binding = this.lookUp(this.current, reference);
      if (binding !== undefined) this.bind(reference, binding);
      else parent?.references.push(reference);
    }
    if (parent) this.current = parent;
  }

  /** Declares a name and returns the index of its binding; a second declaration of one name in one scope adds to the first. */
  declare(name: string, kind: BindingKind, owner: number): number {
    const scope = kind === 'var' ? hoistingScope(this.current) : this.current;
    const names = kind === 'type' ? scope.types : scope.values;
    const known = names.get(name);
    if (known !== undefined) return known;
    const index = this.bindings.push({ name, kind, function: owner, values: [], types: [], escapes: false }) - 1;
    names.set(name, index);
    if (declaresType(kind)) scope.types.set(name, index);
    return index;
  }

  /** Adds what a declared name is initialised with, and what its annotation says. */
  initialise(binding: number, value: Value | undefined, types: readonly Value[] = []): void {
    if (value) this.bindings[binding]?.values.push(value);
    this.bindings[binding]?.types.push(...types);
  }

  refer(name: string, options: { escapes?: boolean; assigned?: Value; inTypeSpace?: boolean } = {}): NameValue {
    const value: NameValue = { kind: 'name', name, binding: undefined };
    const { escapes = false, assigned, inTypeSpace = false } = options;
    this.current.references.push({ value, escapes, assigned, inTypeSpace });
    return value;
  }

  private lookUp(scope: Scope, { value, inTypeSpace }: Reference): number | undefined {
    return (inTypeSpace ? scope.types : scope.values).get(value.name);
  }

  private bind({ value, escapes, assigned }: Reference, index: number): void {
    value.binding = index;
    const binding = this.bindings[index];
    if (!binding) return;
    if (escapes) binding.escapes = true;
    if (assigned) binding.values.push(assigned);
  }
}

function newScope(parent: Scope | undefined, hoists: boolean): Scope {
  return { parent, hoists, values: new Map(), types: new Map(), references: [] };
}

function hoistingScope(scope: Scope): Scope {
  return scope.hoists || !scope.parent ? scope : hoistingScope(scope.parent);
}

function declaresType(kind: BindingKind): boolean {
  return kind === 'class' || kind === 'import' || kind === 'enum' || kind === 'namespace';
}
