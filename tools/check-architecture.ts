import { checkImports } from './architecture/imports.ts';
import { checkModuleGraph } from './architecture/module-graph.ts';
import { checkNamesAndSizes } from './architecture/names-and-sizes.ts';
import { checkQueries } from './architecture/queries.ts';
import { report, type Complaint } from './reading/complaint.ts';
import { isMainModule, ROOT } from './reading/root.ts';

/** The walls between the rooms: who may import what, where queries stand, how files are called and how long they may be. */
export function checkArchitecture(root: string): Complaint[] {
  return [...checkImports(root), ...checkModuleGraph(root), ...checkQueries(root), ...checkNamesAndSizes(root)];
}

if (isMainModule(import.meta.url)) process.exitCode = report(checkArchitecture(ROOT)) ? 0 : 1;
