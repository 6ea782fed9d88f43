// The built panel in a real browser, under the page and policy that the extension gives it. VS Code
// is played by a stand-in for its API that keeps what the panel says.

import { build } from 'esbuild';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { explain } from '../../src/core/explain';
import type { Finding } from '../../src/core/findings';
import { panelHtml } from '../../src/extension/panelHtml';
import type { FromPanel, ShowMessage, ToPanel } from '../../src/protocol/panel';
import { themes, type Theme, type ThemeName } from './themes';

const origin = 'https://panel.example';

export interface PanelFiles {
  readonly script: string;
  readonly style: string;
}

/** Builds the panel as it is shipped, in memory. */
export async function buildPanel(): Promise<PanelFiles> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, '../../src/panel/main.tsx')],
    outfile: 'panel.js',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    write: false,
  });
  const text = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

export interface PanelPage {
  readonly page: Page;
  /** Sends a message as the extension would. */
  readonly send: (message: ToPanel) => Promise<void>;
  /** What the panel has said so far. */
  readonly said: () => Promise<readonly FromPanel[]>;
  /** What went wrong in the page: exceptions, refused sources. */
  readonly errors: readonly string[];
}

export interface View {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly reducedMotion?: boolean;
  /** Device pixels for each CSS pixel. */
  readonly scale?: number;
}

/** Opens the panel and waits until it is ready. */
export async function openPanel(browser: Browser, files: PanelFiles, view: View = {}): Promise<PanelPage> {
  const { theme = 'dark', width = 400, reducedMotion = true, scale = 1 } = view;
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    deviceScaleFactor: scale,
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(standIn);
  await page.route('**/*', (route) => route.fulfill(answer(new URL(route.request().url()).pathname, files)));
  await page.goto(origin);
  await page.evaluate(applyTheme, themes[theme] as Theme);
  const said = () => page.evaluate(() => (globalThis as unknown as { said: FromPanel[] }).said);
  const send = (message: ToPanel) => page.evaluate((data) => void dispatchEvent(new MessageEvent('message', { data })), message);
  return { page, errors, said, send };
}

/** The message that shows a finding; without one, the loop in general. */
export function showMessage(finding?: Finding, version = 1): ShowMessage {
  const explanation = explain(finding);
  const places = explanation.chain.map((step) => `${step.file.replace('/project/', '')}:${step.range.start.line}`);
  return { type: 'show', version, explanation, places, found: finding !== undefined, pinned: false };
}

function answer(path: string, { script, style }: PanelFiles): { status?: number; contentType: string; body: string } {
  if (path === '/panel.js') return { contentType: 'text/javascript', body: script };
  if (path === '/panel.css') return { contentType: 'text/css', body: style };
  if (path === '/editor.css') return { contentType: 'text/css', body: editorStyle };
  if (path !== '/') return { status: 404, contentType: 'text/plain', body: '' };
  const assets = { script: `${origin}/panel.js`, style: `${origin}/panel.css`, cspSource: origin, nonce: 'n0nce' };
  const html = panelHtml(assets).replace('<head>', '<head><link rel="stylesheet" href="/editor.css">');
  return { contentType: 'text/html', body: html };
}

/** What VS Code styles in every webview, before the webview's own sheet; and the side bar behind it. */
const editorStyle = `
  html { background: var(--vscode-sideBar-background); }
  body { background-color: transparent; color: var(--vscode-editor-foreground); margin: 0; padding: 0 20px; }
  a, a code { color: var(--vscode-textLink-foreground); }
  a:hover { color: var(--vscode-textLink-activeForeground); }
  a:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code {
    color: var(--vscode-textPreformat-foreground);
    background-color: var(--vscode-textPreformat-background);
    padding: 1px 3px;
    border-radius: 4px;
  }
`;

/** Runs in the page, before its own script. As text, because a compiled function may need helpers that the page lacks. */
const standIn = `
  globalThis.said = [];
  globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => void said.push(message) });
`;

/** Runs in the page: the editor sets variables on the root, and its theme's class on the body. */
function applyTheme({ bodyClass, colors }: Theme): void {
  document.body.className = bodyClass;
  const { style } = document.documentElement;
  for (const [name, color] of Object.entries(colors)) style.setProperty(`--vscode-${name}`, color);
  style.setProperty('--vscode-font-size', '13px');
  style.setProperty('--vscode-font-family', 'system-ui, sans-serif');
  style.setProperty('--vscode-editor-font-family', 'monospace');
}
