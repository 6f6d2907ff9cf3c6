import { existsSync } from 'node:fs';
import { copyFiles, filesOf, folderFiles, type Config } from '@qantara/platform';

type Told = { file: string; say: (line: string) => void };

const beside = (file: string): string => `${file}.files`;

/** Copies the folder of files beside a backup, sealed as they are; of a bucket it says loudly that nothing was copied. */
export async function takeFilesAlong(config: Config, { file, say }: Told): Promise<void> {
  if ('bucket' in config.files)
    return say(
      `THE FILES ARE NOT IN IT: they are in the bucket ${config.files.bucket.bucket}. Keep a copy of the bucket too.`,
    );
  const copied = await copyFiles(filesOf(config.files), folderFiles(beside(file)));
  if (copied > 0) say(`${beside(file)}: ${copied} files, sealed. Keep it with the backup.`);
}

/** Brings the files back that lie beside a backup. */
export async function bringFilesBack(config: Config, { file, say }: Told): Promise<void> {
  if (!existsSync(beside(file))) return say('There is no folder of files beside this backup: none was restored.');
  const copied = await copyFiles(folderFiles(beside(file)), filesOf(config.files));
  say(`${copied} files were brought back.`);
}
