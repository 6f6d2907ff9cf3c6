import type { FilesConfig } from '../config/files-settings.ts';
import { bucketFiles } from './bucket-files.ts';
import type { FileStore } from './file-store.ts';
import { folderFiles } from './folder-files.ts';

/** The store that the operator has named. */
export function filesOf(config: FilesConfig): FileStore {
  return 'folder' in config ? folderFiles(config.folder) : bucketFiles(config.bucket);
}
