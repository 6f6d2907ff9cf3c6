import { newId } from '@qantara/kernel';
import { ANSWERS } from './form-inputs.ts';

type Input = Record<string, unknown>;

/** The routes of devices that are taken where there is no network. */
export function ofOffline({ personId }: { personId: string }): Record<string, Input> {
  const device = { deviceId: newId() };
  const waiting = { waitingId: newId() };
  return {
    'POST /devices': {},
    'GET /devices': {},
    'POST /devices/check': { ...device, secret: 'x' },
    'POST /devices/:deviceId/end': device,
    'POST /devices/:deviceId/key': device,
    'POST /devices/:deviceId/people': { ...device, personIds: [personId] },
    'POST /taken-answers': { ...ANSWERS, personId, takenAt: '2026-11-22T08:00:00Z' },
    'GET /waiting-answers': {},
    'GET /waiting-answers/:waitingId': waiting,
    'POST /waiting-answers/:waitingId/take': { ...waiting, whose: 'new' },
    'POST /waiting-answers/:waitingId/throw-away': { ...waiting, reason: 'twice' },
  };
}
