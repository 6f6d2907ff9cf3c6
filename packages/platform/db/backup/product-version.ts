import { readFile } from 'node:fs/promises';

/** The version in the root package.json, for the header of backups. */
export async function productVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  return 'unknown';
}
