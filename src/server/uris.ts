// Between URIs and the core's paths (absolute, forward slashes).
// Invariant: every document has a path whose extension says its language, also one that lies on no
// disk, and one whose name says nothing (`Untitled-1`, a script without extension).

import { URI } from 'vscode-uri';

/** The path under which a document is analyzed. */
export function pathOfDocument(uri: string, languageId: string): string {
  const path = pathOf(uri);
  return sourceName.test(path) ? path : path + (extensions[languageId] ?? '');
}

export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  const path = (parsed.scheme === 'file' ? parsed.fsPath : parsed.path).replaceAll('\\', '/');
  return isAbsolute(path) ? path : `/${path}`;
}

/** Gives URIs for paths: that of the open document, if one is analyzed under the path. */
export function uriIn(documents: { uriOf(path: string): string | undefined }): (path: string) => string {
  return (path) => documents.uriOf(path) ?? fileUri(path);
}

/** The `file:` URI of a path. */
export function fileUri(path: string): string {
  return URI.file(path).toString();
}

/** True for what lies on this machine's disk. */
export function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}

const sourceName = /\.(?:[cm]?[jt]s|[jt]sx|pyi?)$/i;

const extensions: Readonly<Record<string, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
  python: '.py',
};

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//i.test(path);
}
