import { openApiOf } from '../packages/platform/http/openapi.ts';
import { readContracts } from './reading/contracts.ts';
import { writeFiles, type GeneratedFile } from './reading/generated.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { readJson } from './reading/tree.ts';

/** The description of the whole API, as the server gives it, kept in the repository so that a change of it is seen. */
export async function generateOpenApi(root: string): Promise<GeneratedFile[]> {
  const contracts = await readContracts(root);
  const tables = Object.fromEntries(contracts.map(({ module, routes }) => [module, routes]));
  const version = readJson<{ version?: string }>(root, 'package.json')?.version ?? '0';
  const document = openApiOf(tables, { title: 'Qantara', version });
  return [{ path: 'docs/api/openapi.json', text: `${JSON.stringify(document, null, 2)}\n` }];
}

if (isMainModule(import.meta.url)) writeFiles(ROOT, await generateOpenApi(ROOT));
