import { serverModule } from '@qantara/platform';
import { offlineRoutes } from '../contract/index.ts';
import { getWaiting, listWaiting, takeAgain, throwAway } from './decide-waiting.ts';
import { listDeviceRows } from './device-store.ts';
import { addDevice, checkDevice, endDevice, openDevice, takePeople } from './keep-devices.ts';
import { receiveAnswers } from './receive-answers.ts';
import type { OfflineTables } from './tables.gen.ts';
import { tellDangerWaiting } from './tell-danger-waiting.ts';

export const offlineModule = serverModule<typeof offlineRoutes, OfflineTables>({
  name: 'offline',
  routes: offlineRoutes,
  handlers: {
    addDevice: (ctx) => addDevice(ctx),
    listDevices: async (ctx) => ({ devices: await listDeviceRows(ctx.db, ctx.actor.accountId ?? '') }),
    endDevice,
    openDevice,
    checkDevice,
    takePeople,
    receiveAnswers,
    listWaiting: (ctx) => listWaiting(ctx),
    getWaiting,
    takeAgain,
    throwAway,
  },
  subscribers: [{ event: 'answers.waiting', name: 'offline.tell-danger', handle: tellDangerWaiting }],
});
