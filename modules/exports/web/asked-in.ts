import { dayAfter, IsoDate } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';

/** What a form asks for; people name the last day, and a list ends on the day after. */
export function askedIn(values: FormValues): Record<string, unknown> {
  const lastDay = values.date('endsOn');
  const isDay = lastDay !== undefined && IsoDate.safeParse(lastDay).success;
  return {
    kind: values.text('kind'),
    format: values.text('format'),
    state: values.text('state'),
    needCode: values.text('needCode') ?? null,
    startsOn: values.date('startsOn') ?? null,
    endsOn: isDay ? dayAfter(lastDay, 1) : (lastDay ?? null),
  };
}
