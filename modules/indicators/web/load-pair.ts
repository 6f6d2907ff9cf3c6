import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type FigureTable } from '../contract/index.ts';
import { codesOfPair, yearOf } from '../domain/index.ts';

/** Closure and got help of one year, as the public or the staff may see them; empty where the region does not keep both. */
export async function loadPair(
  context: LoaderFunctionArgs['context'],
  { year, reader }: { year: number; reader: 'public' | 'staff' },
): Promise<FigureTable[]> {
  const api = apiOf(context, indicatorsRoutes);
  const { indicators } = await api.listIndicators({});
  const codes = codesOfPair(indicators) ?? [];
  return Promise.all(
    codes.map((code) =>
      reader === 'public'
        ? api.getPublicFigures({ code, year, by: 'none' })
        : api.getFigures({ code, ...yearOf(year), by: 'none' }),
    ),
  );
}
