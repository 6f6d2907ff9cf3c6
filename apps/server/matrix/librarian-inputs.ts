import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;
type Librarians = { serviceId: string; partnerId: string };

/** Inputs of what a librarian decides: suggestions, links, pairs, alerts. */
export function ofCuration({ serviceId, partnerId: organisationId }: Librarians): Record<string, Input> {
  const suggestionId = newId();
  const pair = { object: 'service', keptId: newId(), goneId: newId() };
  return {
    'GET /suggestions': {},
    'GET /suggestions/:suggestionId': { suggestionId },
    'POST /suggestions/:suggestionId/accept': { suggestionId, version: 1 },
    'POST /suggestions/:suggestionId/reject': { suggestionId, version: 1, answer: 'x' },
    'GET /curation/freshness': {},
    'GET /curation/organisations/:organisationId': { organisationId },
    'POST /curation/organisations/:organisationId/keeper': { organisationId, name: 'x', locale: 'en' },
    'POST /curation/organisations/:organisationId/links': { organisationId },
    'POST /curation/links/:linkId/revoke': { linkId: newId() },
    'POST /curation/services/:serviceId/confirm': { serviceId },
    'GET /curation/services/:serviceId': { serviceId },
    'POST /curation/services/:serviceId': {
      serviceId,
      name: { en: 'x' },
      status: 'active',
      capacity: 'open',
      cadenceMonths: 6,
    },
    'GET /curation/services/:serviceId/history': { serviceId },
    'GET /curation/pairs': {},
    'POST /curation/pairs/find': {},
    'POST /curation/pairs/merge': pair,
    'POST /curation/pairs/distinct': { object: 'service', oneId: newId(), otherId: newId() },
    'GET /curation/merges': {},
    'POST /curation/merges/:mergeId/undo': { mergeId: newId() },
    'POST /curation/alerts': { serviceId, text: { en: 'x' }, severity: 'notice', endsOn: '2100-01-01' },
    'POST /curation/alerts/:alertId/end': { alertId: newId() },
  };
}

const NAMED = { en: 'Zqx the first of its name' };

/** Inputs of what a librarian does by hand: hours, places, new entries. */
export function ofHand({ serviceId, partnerId: organisationId }: Librarians): Record<string, Input> {
  const locationId = newId();
  return {
    'GET /curation/services/:serviceId/hours': { serviceId },
    'POST /curation/services/:serviceId/hours': {
      serviceId,
      rows: [{ days: ['MO'], opensAt: '09:00', closesAt: '12:00' }],
    },
    'POST /curation/services/:serviceId/hidden-hours': { serviceId, locationId },
    'GET /curation/services/:serviceId/places': { serviceId },
    'POST /curation/services/:serviceId/places': { serviceId, name: NAMED },
    'POST /curation/services/:serviceId/places/link': { serviceId, locationId },
    'POST /curation/services/:serviceId/places/unlink': { serviceId, locationId },
    'GET /curation/locations/:locationId': { locationId },
    'POST /curation/locations/:locationId': { locationId, name: NAMED },
    'POST /curation/locations/:locationId/open': { locationId, name: NAMED, isMeant: true },
    'POST /curation/locations/:locationId/end': { locationId },
    'GET /curation/organisations': { words: 'help' },
    'POST /curation/entries/alike': { name: NAMED },
    'POST /curation/organisations': { name: NAMED, isSureNew: true },
    'POST /curation/organisations/:organisationId': { organisationId, name: NAMED },
    'POST /curation/organisations/:organisationId/places': { organisationId, name: NAMED },
    'GET /curation/own-entries': {},
    'POST /curation/own-entries/confirm': { serviceIds: [serviceId] },
    'POST /curation/services/:serviceId/capacity': { serviceId, capacity: 'full' },
    'POST /curation/entries': { organisationId, name: NAMED, needCodes: ['food'], isSureNew: true },
    'POST /curation/services/:serviceId/undo': { serviceId, at: '2026-01-01T00:00:00.000Z' },
  };
}
