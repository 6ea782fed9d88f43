// The entry in the language status menu: what the server is doing, and how long it took.

import * as vscode from 'vscode';
import type { Status } from '../protocol/server';
import { documentSelector } from './selector';

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('loopsight.status', documentSelector);

  constructor() {
    this.#item.name = 'Loopsight';
    this.#item.command = { title: 'Show Log', command: 'loopsight.showLog' };
    this.starting();
  }

  starting(): void {
    this.#show('Loopsight is starting', vscode.LanguageStatusSeverity.Information, true);
  }

  show({ state, analysisMs, findings, scan, message }: Status): void {
    if (state === 'error') this.failed(message ?? 'The analysis failed.');
    else if (scan) this.#show(foundText(findings), vscode.LanguageStatusSeverity.Information, true, scanText(scan));
    else this.#show(foundText(findings), vscode.LanguageStatusSeverity.Information, state === 'analyzing', timeText(analysisMs));
  }

  failed(message: string): void {
    this.#show('Loopsight has a problem', vscode.LanguageStatusSeverity.Error, false, message);
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(text: string, severity: vscode.LanguageStatusSeverity, busy: boolean, detail = ''): void {
    this.#item.text = text;
    this.#item.severity = severity;
    this.#item.busy = busy;
    this.#item.detail = detail;
  }
}

function foundText(findings: number): string {
  if (findings === 0) return 'Loopsight: nothing blocks';
  return findings === 1 ? 'Loopsight: 1 finding' : `Loopsight: ${findings} findings`;
}

function scanText({ stage, done, total }: NonNullable<Status['scan']>): string {
  if (stage === 'listing') return 'looking for files';
  return stage === 'reading' ? `${done} of ${total} files of the workspace read` : 'analyzing the workspace';
}

function timeText(analysisMs: number): string {
  return analysisMs < 1 ? 'analyzed in less than 1 ms' : `analyzed in ${Math.round(analysisMs)} ms`;
}
