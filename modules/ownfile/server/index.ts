import { serverModule } from '@qantara/platform';
import { ownfileRoutes } from '../contract/index.ts';
import { getOwnFile, withdraw } from './get-own-file.ts';

export const ownfileModule = serverModule<typeof ownfileRoutes, never>({
  name: 'ownfile',
  routes: ownfileRoutes,
  handlers: { getOwnFile, withdrawOwnConsent: withdraw },
});
