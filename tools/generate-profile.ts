import { profilePatches } from '../modules/hsds/domain/profile/merge-patch.ts';
import { openApiPatch } from '../modules/hsds/domain/profile/openapi-document.ts';
import { writeFiles, type GeneratedFile } from './reading/generated.ts';
import { isMainModule, ROOT } from './reading/root.ts';

/** The merge patches of our HSDS profile, as other tools take them (`profile/`, RFC 7386): written from the model that answers. */
export function generateProfile(): GeneratedFile[] {
  return [...profilePatches(), ['openapi.json', openApiPatch()] as const].map(([file, patch]) => ({
    path: `docs/hsds/profile/${file}`,
    text: `${JSON.stringify(patch, null, 2)}\n`,
  }));
}

if (isMainModule(import.meta.url)) writeFiles(ROOT, generateProfile());
