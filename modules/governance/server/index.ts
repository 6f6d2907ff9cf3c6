import { serverModule } from '@qantara/platform';
import { governanceRoutes } from '../contract/index.ts';
import {
  addBody,
  addSeat,
  endHolding,
  fillSeats,
  getBody,
  listBodies,
  listBodyChoices,
  renewFeed,
} from './keep-bodies.ts';
import type { GovernanceTables } from './tables.gen.ts';

export const governanceModule = serverModule<typeof governanceRoutes, GovernanceTables>({
  name: 'governance',
  routes: governanceRoutes,
  handlers: {
    listBodies,
    getBody,
    listBodyChoices,
    addBody,
    addSeat,
    fillSeats,
    endHolding,
    renewFeed,
  },
});
