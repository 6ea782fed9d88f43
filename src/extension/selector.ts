// Which documents are analyzed.

/** By language, whatever they are stored in: a disk, a virtual file system, nothing yet. */
export const documentSelector = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'].map((language) => ({
  language,
}));

/** True for schemes that show a former or a foreign state of a file: nobody can act on a finding there. */
export function isCopy(scheme: string): boolean {
  return copies.has(scheme);
}

const copies = new Set(['git', 'gitfs', 'pr', 'review', 'vscode-local-history', 'vscode-scm', 'output']);
