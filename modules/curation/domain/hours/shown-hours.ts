import type { OpeningHours } from '@qantara/directory/contract';
import { openingsOf, type Opening, type Parts } from '@qantara/directory/domain';
import type { z } from 'zod';
import type { HoursRow } from '../../contract/index.ts';
import { scheduleOfRow } from './hours-rows.ts';

type Shown = z.input<typeof OpeningHours>;

function shown(opening: Opening): Shown {
  const { location_id, weekday, nth, month_day, every, since, opens_at, closes_at, valid_from, valid_to } = opening;
  return {
    locationId: location_id,
    weekday,
    nth,
    monthDay: month_day,
    every,
    since,
    opensAt: opens_at,
    closesAt: closes_at,
    validFrom: valid_from,
    validTo: valid_to,
    isClosed: opening.is_closed,
    description: opening.description,
  };
}

/** Schedules as pages show them. */
export function shownHours(parts: Parts): Shown[] {
  return openingsOf(parts).map(shown);
}

/** Rows of the form as pages would show them, before they are saved. */
export function shownRows(rows: readonly HoursRow[]): Shown[] {
  const places = { locationIds: new Set<string>(), ofLinks: new Map<string, string>() };
  const of = { standing: undefined, serviceId: '', places };
  return shownHours({
    schedule: rows
      .filter(({ isRemoved }) => !isRemoved)
      .map((row, index) => scheduleOfRow(row, { ...of, freshId: String(index) })),
  });
}
