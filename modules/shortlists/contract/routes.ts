import { Locale, route } from '@qantara/kernel';
import { ServiceCard, ServiceId } from '@qantara/directory/contract';
import { PersonId } from '@qantara/people/contract';
import { z } from 'zod';
import {
  ItemNote,
  ListNote,
  MadeShare,
  OfItem,
  OfList,
  SharedShortlist,
  ShareToken,
  Shortlist,
  ShortlistCard,
} from './shortlist.ts';

const NOT_THERE = ['person_not_found', 'shortlist_not_found'] as const;
const done = z.object({ done: z.literal(true) });

const favourites = {
  listFavourites: route({
    path: 'GET /favourites',
    may: 'shortlist:write',
    input: z.object({}),
    output: z.object({ services: z.array(ServiceCard) }),
    refusals: [],
    offline: 'read',
  }),
  setFavourite: route({
    path: 'POST /favourites',
    may: 'shortlist:write',
    input: z.object({
      serviceId: ServiceId,
      isFavourite: z.preprocess((value) => value === true || value === 'true', z.boolean()),
    }),
    output: done,
    refusals: ['service_not_found', 'too_many_favourites'],
  }),
};

const lists = {
  listShortlists: route({
    path: 'GET /people/:personId/shortlists',
    may: 'shortlist:write',
    input: z.object({ personId: PersonId }),
    output: z.object({ shortlists: z.array(ShortlistCard) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  createShortlist: route({
    path: 'POST /people/:personId/shortlists',
    may: 'shortlist:write',
    input: z.object({ personId: PersonId, locale: Locale, serviceIds: z.array(ServiceId).max(30).default([]) }),
    output: Shortlist,
    refusals: ['person_not_found', 'service_not_found'],
  }),
  getShortlist: route({
    path: 'GET /people/:personId/shortlists/:shortlistId',
    may: 'shortlist:write',
    input: OfList,
    output: Shortlist,
    refusals: NOT_THERE,
    opens: true,
  }),
  addToShortlist: route({
    path: 'POST /people/:personId/shortlists/:shortlistId/items',
    may: 'shortlist:write',
    input: OfItem.extend({ note: ItemNote }),
    output: Shortlist,
    refusals: [...NOT_THERE, 'service_not_found', 'shortlist_full'],
  }),
  changeItem: route({
    path: 'POST /people/:personId/shortlists/:shortlistId/items/:serviceId',
    may: 'shortlist:write',
    input: OfItem.extend({ step: z.enum(['up', 'down', 'remove', 'note']), note: ItemNote }),
    output: Shortlist,
    refusals: [...NOT_THERE, 'service_not_found'],
  }),
  changeShortlist: route({
    path: 'POST /people/:personId/shortlists/:shortlistId',
    may: 'shortlist:write',
    input: OfList.extend({ note: ListNote, locale: Locale }),
    output: Shortlist,
    refusals: NOT_THERE,
  }),
};

const sharing = {
  shareShortlist: route({
    path: 'POST /people/:personId/shortlists/:shortlistId/share',
    may: 'shortlist:write',
    input: OfList,
    output: MadeShare,
    refusals: [...NOT_THERE, 'shortlist_empty'],
  }),
  unshareShortlist: route({
    path: 'POST /people/:personId/shortlists/:shortlistId/unshare',
    may: 'shortlist:write',
    input: OfList,
    output: Shortlist,
    refusals: NOT_THERE,
  }),
  openShortlist: route({
    path: 'POST /shortlists/open',
    may: 'anyone',
    input: z.object({ token: ShareToken }),
    output: SharedShortlist,
    refusals: ['list_link_not_valid', 'too_many_requests'],
    tries: true,
  }),
};

export const shortlistsRoutes = { ...favourites, ...lists, ...sharing };
