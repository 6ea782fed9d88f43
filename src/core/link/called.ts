// The call sites by the APIs that they use. Most questions about calls concern few APIs: who asks them
// looks at the call sites of those, and at no others.

import type { CallSite, Use } from '../facts';
import type { ProgramFile } from './program';
import type { Linked, Resolver } from './resolve';

/** The call sites that may use an API which is meant; to be asked once linking has come to its end. */
export function sitesUsing(resolver: Resolver, isMeant: (path: string, use: Use) => boolean): ReadonlySet<CallSite> {
  const known = resolver.linked?.apis ?? sitesByApi(resolver);
  if (resolver.linked) resolver.linked.apis = known;
  const found = new Set<CallSite>();
  for (const [use, paths] of known) {
    for (const [path, sites] of paths) if (isMeant(path, use)) for (const site of sites) found.add(site);
  }
  return found;
}

function sitesByApi(resolver: Resolver): NonNullable<Linked['apis']> {
  const found = new Map<Use, Map<string, CallSite[]>>();
  for (const file of resolver.program.files) {
    for (const site of file.sites) {
      const paths = found.get(site.use) ?? new Map<string, CallSite[]>();
      found.set(site.use, paths);
      addPaths(paths, file, site, resolver);
    }
  }
  return found;
}

function addPaths(paths: Map<string, CallSite[]>, file: ProgramFile, site: CallSite, resolver: Resolver): void {
  for (const target of resolver.callee(file, site)) {
    if (target.kind !== 'api') continue;
    const sites = paths.get(target.path);
    if (sites) sites.push(site);
    else paths.set(target.path, [site]);
  }
}
