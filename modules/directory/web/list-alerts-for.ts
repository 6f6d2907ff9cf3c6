import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, type Alert } from '../contract/index.ts';

/** What people must know now of an area and of the whole region; without an area, of the whole region alone. */
export async function listAlertsFor(context: LoaderFunctionArgs['context'], areaId?: string): Promise<Alert[]> {
  const api = apiOf(context, directoryRoutes);
  const { alerts } = await api.listAlerts(areaId === undefined ? {} : { areaId });
  return areaId === undefined ? alerts.filter((alert) => alert.serviceId === null && alert.areaId === null) : alerts;
}
