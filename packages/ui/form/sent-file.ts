import { refuse } from '@qantara/kernel';

export type SentFile = { fileName: string; content: string };

/**
 * A file that was chosen in a FileField, as a route takes it. Its name may hold what no text may, and is kept by its end, which says of
 * what kind it is. Refuses `invalid_input` where none was chosen.
 */
export async function sentFile(
  chosen: File | undefined,
  { field = 'content', longestName = 200 } = {},
): Promise<SentFile> {
  const file = chosen ?? refuse('invalid_input', { fields: [{ path: field, code: 'required' }] });
  const content = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { fileName: file.name.toWellFormed().replaceAll('\u0000', '').slice(-longestName), content };
}
