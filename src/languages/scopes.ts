// Lexical scopes. References are gathered while the tree is walked and bound when their scope closes,
// because a name may be declared after its use (hoisting). A scope keeps values and types apart:
// `interface Buffer {}` does not shadow the global `Buffer`. Names of a Python class body are not seen
// by the functions in it.

import type { Binding, BindingKind, Value } from '../core/facts';

export type NameValue = { kind: 'name'; name: string; binding: number | undefined };

export type MutableBinding = { -readonly [K in keyof Binding]: Binding[K] } & { values: Value[]; types: Value[] };

interface Reference {
  readonly value: NameValue;
  readonly escapes: boolean;
  /** What the name is assigned here. */
  readonly assigned: Value | undefined;
  readonly inTypeSpace: boolean;
}

/** `block`: `var` does not live in it. `hidden`: what it declares is not seen from scopes within it. */
export type ScopeKind = 'function' | 'block' | 'hidden';

interface Scope {
  readonly parent: Scope | undefined;
  readonly kind: ScopeKind;
  /** Names that are said to be those of the module (`true`) or of a function around. */
  readonly outer: Map<string, boolean>;
  readonly values: Map<string, number>;
  readonly types: Map<string, number>;
  readonly references: Reference[];
  /** Those of a hidden scope that come from scopes within it. */
  readonly inner: Set<Reference>;
}

export class Scopes {
  readonly bindings: MutableBinding[] = [];
  private current: Scope = newScope(undefined, 'function');
  private readonly module = this.current;

  open(kind: ScopeKind): void {
    this.current = newScope(this.current, kind);
  }

  /** Binds what was referenced in the scope; what it does not declare is left to the scope around it. */
  close(): void {
    const { references, inner, parent } = this.current;
    for (const reference of references) {
      const binding = inner.has(reference) ? undefined : this.lookUp(this.current, reference);
      if (binding !== undefined) this.bind(reference, binding);
      else if (parent) pass(reference, parent);
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

  /** Says that a name means that of the module, or of a function around, wherever the present scope uses it. */
  declareOuter(name: string, ofModule: boolean): void {
    this.current.outer.set(name, ofModule);
  }

  /** True if the present scope said so of a name. */
  isOuter(name: string): boolean {
    return this.current.outer.has(name);
  }

  /** The names that the present scope declares, with their bindings. */
  declared(): ReadonlyMap<string, number> {
    return this.current.values;
  }

  /** Adds what a declared name is initialised with, and what its annotation says. */
  initialise(binding: number, value: Value | undefined, types: readonly Value[] = []): void {
    if (value) this.bindings[binding]?.values.push(value);
    this.bindings[binding]?.types.push(...types);
  }

  refer(name: string, options: { escapes?: boolean; assigned?: Value; inTypeSpace?: boolean } = {}): NameValue {
    const value: NameValue = { kind: 'name', name, binding: undefined };
    const { escapes = false, assigned, inTypeSpace = false } = options;
    const outer = this.current.outer.get(name);
    const reference = { value, escapes, assigned, inTypeSpace };
    if (outer === undefined) this.current.references.push(reference);
    else pass(reference, outer ? this.module : (this.current.parent ?? this.current));
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

function newScope(parent: Scope | undefined, kind: ScopeKind): Scope {
  return { parent, kind, outer: new Map(), values: new Map(), types: new Map(), references: [], inner: new Set() };
}

/** Leaves a reference to a scope around the one where it stands. */
function pass(reference: Reference, to: Scope): void {
  to.references.push(reference);
  if (to.kind === 'hidden') to.inner.add(reference);
}

function hoistingScope(scope: Scope): Scope {
  return scope.kind === 'function' || !scope.parent ? scope : hoistingScope(scope.parent);
}

function declaresType(kind: BindingKind): boolean {
  return kind === 'class' || kind === 'import' || kind === 'enum' || kind === 'namespace';
}
