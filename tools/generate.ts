import { generateAccess } from './generate-access.ts';
import { generateOpenApi } from './generate-openapi.ts';
import { generateProfile } from './generate-profile.ts';
import { generateTables } from './generate-tables.ts';
import { compareFiles, writeFiles } from './reading/generated.ts';
import type { Complaint } from './reading/complaint.ts';
import { isMainModule, ROOT } from './reading/root.ts';

/** Whether every generated file is what its sources make of it. */
export async function checkGenerated(root: string): Promise<Complaint[]> {
  return compareFiles(root, [
    ...(await generateTables(root)),
    ...(await generateOpenApi(root)),
    ...(await generateAccess(root)),
    ...generateProfile(),
  ]);
}

// Tables first: a contract is run to describe the API, and nothing may keep the tables from being made.
if (isMainModule(import.meta.url)) {
  writeFiles(ROOT, await generateTables(ROOT));
  writeFiles(ROOT, await generateOpenApi(ROOT));
  writeFiles(ROOT, await generateAccess(ROOT));
  writeFiles(ROOT, generateProfile());
}
