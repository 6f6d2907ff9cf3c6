import { sentFile, type SentFile } from '@qantara/ui';

/** A paper or a photo that was chosen; its name may be longer than that of other files. */
export async function givenFile(file: File | undefined, field = 'content'): Promise<SentFile> {
  return sentFile(file, { field, longestName: 500 });
}
