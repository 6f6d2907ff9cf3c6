import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { findService, listServiceCards } from '@qantara/directory/server';
import { findVisiblePerson, listRecordsOfPerson } from '@qantara/people/server';
import { shortlistsRoutes } from '../contract/index.ts';
import { listFavouriteIds, removeFavourite, saveFavourite } from './favourite-store.ts';
import {
  addToShortlist,
  changeItem,
  changeShortlist,
  createShortlist,
  getShortlist,
  openShortlist,
  shareShortlist,
  unshareShortlist,
} from './prepare-shortlist.ts';
import { listShortlistRows } from './shortlist-store.ts';
import type { ShortlistsTables } from './tables.gen.ts';

/** What somebody keeps at hand is a choice, not a second directory. */
const MOST_FAVOURITES = 100;

export const shortlistsModule = serverModule<typeof shortlistsRoutes, ShortlistsTables>({
  name: 'shortlists',
  routes: shortlistsRoutes,
  handlers: {
    listFavourites: async (ctx) => {
      const ids = await listFavouriteIds(ctx);
      const cards = await listServiceCards(ctx, ids);
      return { services: ids.flatMap((id) => cards.get(id) ?? []) };
    },
    setFavourite: async (ctx, { serviceId, isFavourite }) => {
      const service = (await findService(ctx, serviceId)) ?? refuse('service_not_found');
      const accountId = ctx.actor.accountId ?? refuse('not_signed_in');
      if (isFavourite && (await listFavouriteIds(ctx)).length >= MOST_FAVOURITES) refuse('too_many_favourites');
      if (isFavourite) await saveFavourite(ctx, accountId, service.serviceId);
      else await removeFavourite(ctx, accountId, serviceId);
      ctx.emit({ type: isFavourite ? 'favourite.added' : 'favourite.removed', subject: serviceId });
      return { done: true as const };
    },
    listShortlists: async (ctx, { personId }) => {
      if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
      ctx.noteAccess({ personId, kind: 'shortlist' });
      const rows = await listShortlistRows(ctx, await listRecordsOfPerson(ctx, personId));
      return {
        shortlists: rows.map((row) => ({
          personId: row.person_id,
          shortlistId: row.shortlist_id,
          services: Number(row.services ?? 0),
          locale: row.locale,
          sharedUntil: row.share_digest === null ? null : (row.shared_until?.toISOString() ?? null),
          updatedAt: row.updated_at.toISOString(),
        })),
      };
    },
    createShortlist,
    getShortlist,
    addToShortlist,
    changeItem,
    changeShortlist,
    shareShortlist,
    unshareShortlist,
    openShortlist,
  },
});
