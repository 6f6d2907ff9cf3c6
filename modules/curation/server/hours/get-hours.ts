import { createHash } from 'node:crypto';
import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { canonical, type Row } from '@qantara/directory/domain';
import { findOrganisation } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { EditedHours, TakenFrom } from '../../contract/index.ts';
import { otherOf, rowOfSchedule, shownHours } from '../../domain/index.ts';
import { findSuggested } from '../take-suggested.ts';
import type { CurationTables } from '../tables.gen.ts';
import { getServiceRecord, loadServicePlaces, partedSchedules } from './service-places.ts';

/** Another as soon as one of the schedules is: so that two people do not write over one another. */
export function versionOf(schedules: Row<'schedule'>[]): string {
  const ordered = schedules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return createHash('sha256').update(canonical(ordered)).digest('base64url').slice(0, 22);
}

/** The hours of a service as rows of a form, and those that the form has no fields for. None of a confidential place. */
export async function getHours(
  ctx: Ctx<CurationTables>,
  { serviceId, suggestionId }: { serviceId: string } & Pick<TakenFrom, 'suggestionId'>,
): Promise<z.input<typeof EditedHours>> {
  const record = await getServiceRecord(ctx, serviceId);
  const organisation =
    (await findOrganisation(ctx, record.fields.organization_id ?? '')) ?? refuse('service_not_found');
  const places = await loadServicePlaces(ctx, record);
  const { told } = partedSchedules(record, places);
  const parted = told.map((schedule) => ({ schedule, row: rowOfSchedule(schedule, places.open) }));
  const links = record.parts.service_at_location ?? [];
  return {
    serviceId,
    name: record.fields.name ?? {},
    organisationName: organisation.name,
    rows: parted.flatMap(({ row }) => row ?? []).toSorted(byWeek),
    others: parted
      .filter(({ row }) => row === null)
      .map(({ schedule }) => ({
        ...otherOf(schedule),
        openings: shownHours({ schedule: [schedule], service_at_location: links }),
      })),
    places: places.lines,
    version: versionOf(told),
    suggested: await findSuggested(ctx, { suggestionId, field: 'hours' }),
  };
}

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Ordered = { days: string[]; opensAt: string | null; isClosed: boolean; validFrom: string | null };

/** The week in its order, then the closures in theirs. */
function byWeek(one: Ordered, other: Ordered): number {
  const key = ({ days, opensAt, isClosed, validFrom }: Ordered) =>
    isClosed ? `2${validFrom ?? ''}` : `1${WEEK.indexOf(days[0] ?? 'SU')}${opensAt ?? ''}${validFrom ?? ''}`;
  return key(one).localeCompare(key(other));
}
