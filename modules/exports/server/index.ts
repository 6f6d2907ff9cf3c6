import { serverModule } from '@qantara/platform';
import { exportsRoutes } from '../contract/index.ts';
import type { ExportsTables } from './tables.gen.ts';
import { listExports, nextRows, startExport } from './take-export.ts';

export const exportsModule = serverModule<typeof exportsRoutes, ExportsTables>({
  name: 'exports',
  routes: exportsRoutes,
  handlers: { listExports, startExport, nextRows },
});
