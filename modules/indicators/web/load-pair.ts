import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type FigureTable } from '../contract/index.ts';
import { codesOfPair } from '../domain/index.ts';

/** Closure and got help of one year as anyone may see them; empty where the region does not keep both. */
export async function loadPair(context: LoaderFunctionArgs['context'], year: number): Promise<FigureTable[]> {
  const api = apiOf(context, indicatorsRoutes);
  const { indicators } = await api.listIndicators({});
  const codes = codesOfPair(indicators) ?? [];
  return Promise.all(codes.map((code) => api.getPublicFigures({ code, year, by: 'none' })));
}
