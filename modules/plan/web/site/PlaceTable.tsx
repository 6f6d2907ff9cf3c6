import { DataTable, LocalText, NumberText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Place, PlanId } from '../../contract/index.ts';
import { placePath } from './PlaceMap.tsx';

/** The same as the map in words: each neighbourhood with its town and how much work is for it, the way to it on its name. */
export function PlaceTable({ places, planId, chosen }: { places: Place[]; planId: PlanId; chosen: Place | null }) {
  const { t, href } = usePage();
  return (
    <DataTable
      caption={t('plan.site.neighbourhoods')}
      rows={places}
      keyOf={({ areaId }) => areaId}
      columns={[
        {
          key: 'place',
          heading: t('plan.site.neighbourhood'),
          cell: ({ areaId, name }) => (
            <Link to={href(placePath(planId, areaId))} aria-current={areaId === chosen?.areaId ? 'true' : undefined}>
              <LocalText value={name} quiet />
            </Link>
          ),
        },
        { key: 'town', heading: t('plan.site.town'), cell: ({ townName }) => <LocalText value={townName} quiet /> },
        {
          key: 'works',
          heading: t('plan.annual.works'),
          isNumber: true,
          cell: ({ works }) => (works.length === 0 ? t('plan.site.no_work') : <NumberText value={works.length} />),
        },
      ]}
    />
  );
}
