// Quick fixes: rewrites that free the loop, and comments that silence a finding.
// Invariant: an action edits the version of the document that it was worked out for, and no other.

import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit as LspTextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/findings';
import type { CodeFix, LanguageSupport, TextEdit } from '../languages/language';
import { toRange } from './convert';
import { callSites } from './diagnostics';
import { ignoreFile, ignoreLine, removeComment, type Source } from './suppression';

export interface ActionRequest {
  readonly document: TextDocument;
  /** The path under which the document is analyzed. */
  readonly path: string;
  readonly language: LanguageSupport;
  /** The findings to act on. */
  readonly findings: readonly Finding[];
  /** The diagnostics that the client shows there. */
  readonly diagnostics: readonly Diagnostic[];
  /** True if the client understands edits of a certain version. */
  readonly versionedEdits: boolean;
}

/** Rewrites come first, those that cannot change behaviour before the others. */
export function codeActions(request: ActionRequest): CodeAction[] {
  const groups = callSites(request.findings);
  const rewrites = groups.flatMap((group) => group.flatMap((finding) => rewriteActions(request, finding)));
  const preferred = rewrites.filter(({ isPreferred }) => isPreferred === true);
  const others = rewrites.filter(({ isPreferred }) => isPreferred !== true);
  return [...preferred, ...others, ...groups.flatMap(([finding]) => silencingActions(request, finding))];
}

function rewriteActions(request: ActionRequest, finding: Finding): CodeAction[] {
  const fixes = request.language.fixes(request.path, request.document.getText(), finding);
  return fixes.map((fix) => rewriteAction(request, finding, fix));
}

function rewriteAction(request: ActionRequest, finding: Finding, { title, safe, edits }: CodeFix): CodeAction {
  return { ...action(request, finding, title, edits), isPreferred: safe };
}

function silencingActions(request: ActionRequest, finding: Finding): CodeAction[] {
  if (finding.rule === 'unused-suppression') return removingActions(request, finding);
  const source: Source = { path: request.path, text: request.document.getText(), language: request.language };
  const line = ignoreLine(source, finding.rule, finding.range);
  const file = ignoreFile(source, finding.rule);
  return [
    ...(line === undefined ? [] : [action(request, finding, `Ignore ${finding.rule} on this line`, [line])]),
    ...(file === undefined ? [] : [action(request, finding, `Ignore ${finding.rule} in this file`, [file])]),
  ];
}

function removingActions(request: ActionRequest, finding: Finding): CodeAction[] {
  const edit = removeComment(request.document.getText(), finding.range);
  return edit === undefined
    ? []
    : [{ ...action(request, finding, 'Remove the comment that suppresses nothing', [edit]), isPreferred: true }];
}

function action(request: ActionRequest, finding: Finding, title: string, edits: readonly TextEdit[]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: request.diagnostics.filter((diagnostic) => isAbout(diagnostic, finding)),
    edit: workspaceEdit(request, edits.map(toEdit)),
  };
}

function workspaceEdit({ document: { uri, version }, versionedEdits }: ActionRequest, edits: LspTextEdit[]): WorkspaceEdit {
  return versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

function toEdit({ range, newText }: TextEdit): LspTextEdit {
  return { range: toRange(range), newText };
}

function isAbout(diagnostic: Diagnostic, finding: Finding): boolean {
  const { start } = toRange(finding.range);
  return (
    diagnostic.code === finding.rule && diagnostic.range.start.line === start.line && diagnostic.range.start.character === start.character
  );
}
