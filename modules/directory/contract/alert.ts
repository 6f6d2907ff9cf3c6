import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { ServiceId } from './service.ts';

export const AlertId = idOf('AlertId');
export type AlertId = Id<'AlertId'>;

/** Something to know before one comes, or a danger. */
export const AlertSeverity = z.enum(['danger', 'notice']);
export type AlertSeverity = z.infer<typeof AlertSeverity>;

/** What people must know now: of one service, of an area and all in it, or, with neither, of the whole region. */
export const Alert = z.object({
  alertId: AlertId,
  serviceId: ServiceId.nullable(),
  serviceName: LocalizedText.nullable(),
  areaId: z.uuid().nullable(),
  areaName: LocalizedText.nullable(),
  text: LocalizedText,
  severity: AlertSeverity,
  endsAt: IsoDateTime,
});
export type Alert = z.infer<typeof Alert>;
