import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ItemDetails, LinkedProgramme, Partner, type DocumentNode } from '../../contract/index.ts';
import { bareDetails } from '../sections.ts';
import type { KnownHere } from './known-here.ts';

/**
 * What a node says beside its words, as a file has it: partners by name, places by code. Who answers for it by account is not in it, nor
 * a service's identifier: they mean something here alone.
 */
const DocumentDetails = ItemDetails.omit({
  ownerAccountId: true,
  areaIds: true,
  partners: true,
  programmes: true,
}).extend({
  areas: z.array(z.string().max(60)).max(100).default([]),
  partners: z
    .array(Partner.extend({ organisationId: z.uuid().nullable().default(null), name: LocalizedText }))
    .max(30)
    .default([]),
  programmes: z
    .array(LinkedProgramme.omit({ serviceId: true }))
    .max(20)
    .default([]),
});
type DocumentDetails = z.output<typeof DocumentDetails>;

type Names = { organisations: ReadonlyMap<string, LocalizedText>; areaCodes: ReadonlyMap<string, string> };

const isBare = (details: ItemDetails): boolean =>
  JSON.stringify({ ...details, ownerAccountId: null }) === JSON.stringify(bareDetails());

/** As a file says it; null where a node says nothing beside its words. */
export function detailsForDocument(details: ItemDetails, { organisations, areaCodes }: Names): DocumentDetails | null {
  if (isBare(details)) return null;
  const { ownerAccountId: _owner, areaIds, partners, programmes, ...others } = details;
  return {
    ...others,
    areas: areaIds.flatMap((areaId) => areaCodes.get(areaId) ?? []),
    partners: partners.flatMap((partner) => {
      const name = organisations.get(partner.organisationId);
      return name === undefined ? [] : [{ ...partner, name }];
    }),
    programmes: programmes.map(({ serviceId: _service, ...programme }) => programme),
  };
}

/** A partner that is known here: by its identifier, or by a name that one organisation alone has. */
function partnerHere({ organisationId, name }: DocumentDetails['partners'][number], known: KnownHere): string | null {
  if (known.organisations.some(({ id }) => id === organisationId)) return organisationId;
  const same = known.organisations.filter((one) =>
    (['ar', 'fr', 'en'] as const).some((locale) => name[locale] !== undefined && one.name[locale] === name[locale]),
  );
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}

/** What a file says of a node's details, in what is known here, and whether all of it could be taken; null where it says nothing. */
export function detailsHere(
  { details: said }: Pick<DocumentNode, 'details'>,
  known: KnownHere,
): { details: ItemDetails; isWhole: boolean } | null {
  if (said === null) return null;
  const parsed = DocumentDetails.safeParse(said);
  if (!parsed.success) return { details: bareDetails(), isWhole: false };
  const { areas, partners, programmes, ...others } = parsed.data;
  const areaIds = areas.flatMap((code) => known.areas.find((area) => area.code === code)?.id ?? []);
  const here = partners.flatMap((partner) => {
    const organisationId = partnerHere(partner, known);
    return organisationId === null ? [] : [{ organisationId, promise: partner.promise, state: partner.state }];
  });
  const details = {
    ...others,
    ownerAccountId: null,
    areaIds,
    partners: here,
    programmes: programmes.map((programme) => ({ ...programme, serviceId: null })),
  };
  return { details, isWhole: areaIds.length === areas.length && here.length === partners.length };
}
