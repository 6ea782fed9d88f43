// All tables of knowledge as one. Invariant: tables only; what they mean is the core's business.

import type { KnowledgeTables } from '../core/knowledge';
import { aliases } from './aliases';
import { domRows } from './browser/dom';
import { networkRows } from './browser/network';
import { promptRows } from './browser/prompt';
import { storageRows } from './browser/storage';
import { builtinModules } from './builtinModules';
import { callbacks } from './callbacks';
import { callbackShapes } from './callbackShapes';
import { collections, entries, fileTakers, pathMakers, programNames, threadTests, workerMarks } from './entries';
import { environments } from './environments';
import { platforms } from './platforms';
import { fileTests } from './fileTests';
import { frameworks } from './frameworks';
import { extending, inherits } from './inherits';
import { processRows } from './node/childProcess';
import { codeRows } from './node/code';
import { cryptoRows } from './node/crypto';
import { dataRows } from './node/data';
import { fileRows } from './node/fs';
import { otherRows } from './node/other';
import { databaseRows } from './node/sqlite';
import { compressionRows } from './node/zlib';
import { npmAliases, npmInherits, npmPasses, npmReturns, npmRows } from './npm';
import { passes } from './passes';
import { matches, patternFlags, patterns } from './patterns';
import { python } from './python';
import { returns } from './returns';
import { bunRows } from './runtimes/bun';
import { denoRows } from './runtimes/deno';
import { exits, serving } from './serving';
import { sizes } from './sizes';
import { quickApis } from './python/standard/threads';
import { buildFiles, commandFiles, exampleFiles, testPackages, toolingFiles } from './toolingFiles';
import { traversals } from './traversals';
import { polls, settled } from './waits';

export const tables: KnowledgeTables = {
  blocking: [
    ...fileRows,
    ...processRows,
    ...cryptoRows,
    ...compressionRows,
    ...databaseRows,
    ...codeRows,
    ...dataRows,
    ...otherRows,
    ...npmRows,
    ...promptRows,
    ...networkRows,
    ...storageRows,
    ...domRows,
    ...denoRows,
    ...bunRows,
    ...python.blocking,
  ],
  callbacks: [...callbacks, ...frameworks.callbacks],
  callbackShapes,
  roots: frameworks.roots,
  rootExports: frameworks.rootExports,
  serving: [...serving, ...frameworks.serving],
  applications: frameworks.applications,
  exits: [...exits, ...python.exits],
  environments,
  platforms,
  fileTests,
  memoryStreams: python.memoryStreams,
  asyncTests: python.asyncTests,
  loopTests: python.loopTests,
  threadNames: python.threadNames,
  mainThreads: python.mainThreads,
  returns: [...returns, ...frameworks.returns, ...npmReturns, ...python.returns],
  passes: [...passes, ...frameworks.passes, ...npmPasses, ...python.passes],
  sizes: [...sizes, ...python.sizes],
  traversals: [...traversals, ...python.traversals],
  polls: [...polls, ...python.polls],
  settled,
  patterns,
  matches,
  patternFlags,
  extending,
  memoising: python.memoising,
  aliases: [...aliases, ...frameworks.aliases, ...npmAliases, ...python.aliases],
  inherits: [...inherits, ...frameworks.inherits, ...npmInherits, ...python.inherits],
  entries: [...entries, ...frameworks.entries],
  workerMarks,
  threadTests,
  collections,
  pathMakers,
  fileTakers,
  programNames,
  builtinModules,
  toolingFiles,
  buildFiles,
  commandFiles,
  exampleFiles,
  testPackages,
  quickApis,
};
