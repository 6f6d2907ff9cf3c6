import { refuse } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';

/** The file that was sent, as the routes take it. Refuses `invalid_input` where none was chosen. */
export async function fileOf(values: Pick<FormValues, 'files'>): Promise<{ fileName: string; content: string }> {
  const [file] = values.files('content');
  if (file === undefined || file.size === 0)
    return refuse('invalid_input', { fields: [{ path: 'content', code: 'required' }] });
  return { fileName: file.name.slice(-200), content: Buffer.from(await file.arrayBuffer()).toString('base64') };
}
