import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askedByAnyone, type AnyCtx, type Executor } from '@qantara/platform';
import { dataRoutes } from '../contract/index.ts';
import { openShelf } from './shelf.ts';

/** Writes the catalogue and every file of ours into a folder, as anybody may have them; says how many there are. */
export async function writeOpenData(executor: Pick<Executor, 'answerWire'>, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  let written = 0;
  const answer = async (ctx: AnyCtx) => {
    const shelf = await openShelf(ctx);
    for (const name of shelf.names) {
      const file = shelf.find(name);
      if (file === undefined) continue;
      const path = join(folder, name);
      await writeFile(`${path}.part`, file.body);
      await rename(`${path}.part`, path);
      written += 1;
    }
    return { type: '', body: '' };
  };
  await executor.answerWire({ route: dataRoutes.getOpenFile, answer }, { file: '' }, askedByAnyone('ar'));
  return written;
}
