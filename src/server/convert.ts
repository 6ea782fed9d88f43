// Between Loopsight's positions (from 1) and the Language Server Protocol's (from 0).
// Invariant: no other module of the server adds or subtracts one.

import { DiagnosticSeverity, type Position as LspPosition, type Range as LspRange } from 'vscode-languageserver';
import type { Severity } from '../core/findings';
import type { Position, Range } from '../core/text';

export function toRange(range: Range): LspRange {
  return { start: toPosition(range.start), end: toPosition(range.end) };
}

export function toPosition(position: Position): LspPosition {
  return { line: position.line - 1, character: position.column - 1 };
}

export function fromRange(range: LspRange): Range {
  return { start: fromPosition(range.start), end: fromPosition(range.end) };
}

export function fromPosition(position: LspPosition): Position {
  return { line: position.line + 1, column: position.character + 1 };
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return severityCodes[severity];
}

const severityCodes = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;
