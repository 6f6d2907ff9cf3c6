import { LocalText, StatusBadge, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Item } from '../contract/index.ts';
import { NodeTitle } from './NodeTitle.tsx';
import { toneOfProgress } from './tones.ts';

/** An initiative as in a plan's table: number, words, area of the framework, lever, lead and how it goes. */
export function InitiativeItem({
  item,
  nodePathOf,
  children,
}: {
  item: Item;
  nodePathOf?: ((number: string) => string) | undefined;
  children?: ReactNode;
}) {
  const { t, formats } = usePage();
  const { number, frameworkAreas, lever, leadName, progress, isStale } = item;
  const isOld = isStale && progress !== null;
  return (
    <li id={`i${number}`}>
      <span className="plan-number">{number}</span>
      <div>
        <p>
          <NodeTitle item={item} nodePathOf={nodePathOf} />{' '}
          {progress === null ? null : (
            <StatusBadge tone={isOld ? 'neutral' : toneOfProgress(progress)} label={t(`plan.progress.${progress}`)} />
          )}
        </p>
        <p className="hint">
          {frameworkAreas.length === 0
            ? null
            : `${t('plan.item.framework', { areas: formats.list(frameworkAreas.map((area) => t(`plan.framework.${area}`))) })} `}
          {lever === null ? null : `${t('plan.item.lever', { lever: t(`plan.lever.${lever}`) })} `}
          {leadName === null ? (
            t('plan.item.no_lead')
          ) : (
            <>
              {t('plan.item.lead')} <LocalText value={leadName} quiet />
            </>
          )}
          {isStale ? <span className="plan-old"> {t('plan.item.no_recent_news')}</span> : null}
        </p>
        {children}
      </div>
    </li>
  );
}
