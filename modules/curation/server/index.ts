import { refuse } from '@qantara/kernel';
import { serverModule, type Ctx } from '@qantara/platform';
import { endAlert, findService, listHistory, publishAlert, undoChange } from '@qantara/directory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { z } from 'zod';
import { curationRoutes, type Suggestion } from '../contract/index.ts';
import { endOfDay } from '../domain/index.ts';
import { acceptSuggestion, rejectSuggestion, toSuggestion } from './decide-suggestion.ts';
import { editService, getEditedService } from './edit/edit-service.ts';
import { createEntry } from './entries/create-entry.ts';
import { createOrganisation, editOrganisation } from './entries/keep-organisation.ts';
import { confirmOwnEntries, listOwnEntries, sayOwnCapacity } from './entries/keep-own.ts';
import { findAlike, findOrganisations } from './entries/find-alike.ts';
import { listEntries } from './entries-view.ts';
import { readFreshness } from './freshness-view.ts';
import { getHours } from './hours/get-hours.ts';
import { saveHiddenHours, saveHours } from './hours/save-hours.ts';
import { findPairs, listMerges, listPairs, mergePair, partPair, undoMerge } from './judge-pairs.ts';
import { confirm, confirmEntries, openLink, sayCapacity } from './keep-by-link.ts';
import { findKeeper, saveKeeper } from './keeper-store.ts';
import { insertLink, listLinks, saveRevoked } from './link-store.ts';
import { getPlace, getPlaces } from './places/get-places.ts';
import { linkPlace, unlinkPlace } from './places/link-place.ts';
import { addPlace, createPlace, editPlace, endPlace, openPlace } from './places/save-place.ts';
import { openSuggestion, suggest, suggestByLink } from './suggest.ts';
import { findSuggestion, forgetContacts, listSuggestionRows } from './suggestion-store.ts';
import type { CurationTables } from './tables.gen.ts';

export { oldSuggestions } from './old-suggestion-store.ts';
export { saveCadence } from './entries-view.ts';

type CurationCtx = Ctx<CurationTables>;
const DONE = { done: true } as const;

async function getKept(ctx: CurationCtx, { organisationId }: { organisationId: string }) {
  const { name } = (await findOrganisation(ctx, organisationId)) ?? refuse('organisation_not_found');
  return {
    organisationId,
    organisationName: name,
    entries: await listEntries(ctx, organisationId),
    keeper: await findKeeper(ctx, organisationId),
    links: await listLinks(ctx, organisationId),
  };
}

export const curationModule = serverModule<typeof curationRoutes, CurationTables>({
  name: 'curation',
  routes: curationRoutes,
  handlers: {
    openLink,
    confirmEntries,
    sayCapacity,
    suggestByLink,
    suggest,
    openSuggestion,
    listSuggestions: async (ctx, { state, page, perPage }) => {
      const { rows, total } = await listSuggestionRows(ctx, { state, page, perPage });
      const items: z.input<typeof Suggestion>[] = [];
      // One after the other: a call has one connection.
      for (const row of rows) items.push(await toSuggestion(ctx, row));
      return { items, page, perPage, total, hasMore: page * perPage < total };
    },
    getSuggestion: async (ctx, { suggestionId }) =>
      toSuggestion(ctx, (await findSuggestion(ctx, suggestionId)) ?? refuse('suggestion_not_found')),
    acceptSuggestion,
    rejectSuggestion,
    getFreshness: readFreshness,
    getKeptOrganisation: getKept,
    saveKeeper: async (ctx, { organisationId, ...keeper }) => {
      if ((await findOrganisation(ctx, organisationId)) === undefined) refuse('organisation_not_found');
      await saveKeeper(ctx, organisationId, keeper);
      return getKept(ctx, { organisationId });
    },
    makeLink: async (ctx, { organisationId }) => {
      if ((await findOrganisation(ctx, organisationId)) === undefined) refuse('organisation_not_found');
      const made = await insertLink(ctx, organisationId);
      ctx.emit({ type: 'keeping_link.made', subject: made.linkId, data: { organisationId } });
      return made;
    },
    revokeLink: async (ctx, { linkId }) => {
      if (!(await saveRevoked(ctx, linkId))) refuse('link_not_found');
      ctx.emit({ type: 'keeping_link.revoked', subject: linkId });
      return DONE;
    },
    confirmService: async (ctx, { serviceId }) => {
      if ((await findService(ctx, serviceId)) === undefined) refuse('service_not_found');
      await confirm(ctx, serviceId, 'curator');
      return DONE;
    },
    getEditedService,
    editService,
    listHistory: async (ctx, { serviceId, page, perPage }) => {
      if ((await findService(ctx, serviceId)) === undefined) refuse('service_not_found');
      const { rows, total } = await listHistory(ctx, { recordId: serviceId, page, perPage });
      const items = rows.map((row) => ({
        object: row.resource_type,
        field: row.field_name,
        action: row.last_action_type,
        before: row.previous_value,
        after: row.replacement_value,
        by: row.updated_by,
        at: row.last_action_date,
      }));
      return { items, page, perPage, total, hasMore: page * perPage < total };
    },
    undoChange: async (ctx, { serviceId, at }) => {
      if ((await findService(ctx, serviceId)) === undefined) refuse('service_not_found');
      await undoChange(ctx, { object: 'service', recordId: serviceId, at });
      ctx.emit({ type: 'service.saved', subject: serviceId, data: { undone: at } });
      return DONE;
    },
    getHours,
    saveHours,
    saveHiddenHours,
    getPlaces,
    addPlace,
    linkPlace,
    unlinkPlace,
    getPlace,
    editPlace,
    openPlace,
    endPlace,
    findOrganisations,
    findAlike,
    createEntry,
    createOrganisation,
    editOrganisation,
    createPlace,
    listOwnEntries,
    confirmOwnEntries,
    sayOwnCapacity,
    listPairs,
    findPairs,
    mergePair,
    partPair,
    listMerges,
    undoMerge,
    publishAlert: async (ctx, { serviceId = null, areaId = null, endsOn, text, severity }) => {
      if (serviceId !== null && areaId !== null) refuse('service_or_area');
      const endsAt = endOfDay(endsOn, ctx.timeZone);
      return {
        alertId: await publishAlert(ctx, { serviceId, areaId, text, severity, endsAt }),
        endsAt: endsAt.toISOString(),
      };
    },
    endAlert: async (ctx, { alertId }) => {
      await endAlert(ctx, alertId);
      return DONE;
    },
  },
  jobs: [{ name: 'curation.forget-contacts', cron: '40 3 * * *', run: forgetContacts }],
});
