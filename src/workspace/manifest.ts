// What `package.json` and `tsconfig.json` say about where code stands. Both may be broken or missing:
// then they say nothing.

/** The folders, as globs, that belong to the package's workspace: `["a", "b/*"]` or `{ "packages": [...] }`. */
export function workspaceGlobs(packageText: string | undefined): string[] {
  const workspaces = property(parse(packageText), 'workspaces');
  const globs = Array.isArray(workspaces) ? workspaces : property(workspaces, 'packages');
  return Array.isArray(globs) ? globs.filter((glob): glob is string => typeof glob === 'string') : [];
}

/** The files at which the package's code starts, for those who run it and those who import it. */
export function programFiles(packageText: string | undefined): string[] {
  const manifest = parse(packageText);
  return ['main', 'bin', 'exports'].flatMap((name) => strings(property(manifest, name))).map((path) => path.replace(/^\.\//, ''));
}

/** The folder that the compiler writes to, if it stands right beside `tsconfig.json`, which may hold comments. */
export function compilerOutput(tsconfigText: string | undefined): string | undefined {
  return /^(?:(?!\/\/).)*"outDir"\s*:\s*"(?:\.\/)?([^/".]+)\/?"/m.exec(tsconfigText ?? '')?.[1];
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
