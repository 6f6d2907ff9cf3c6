import { DateText, StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { FreePlaces, PublicInstitution } from '../contract/index.ts';
import { ComplianceBadge } from './ComplianceBadge.tsx';

/** Whether it may take people in, and until when. */
export function LicenceSaid({ institution }: { institution: PublicInstitution }) {
  const { t } = usePage();
  const { isLicensed, isProvisional, licensedUntil } = institution;
  if (!isLicensed) return <StatusBadge tone="attention" label={t('institutions.said.not_licensed')} />;
  return (
    <span className="said-line">
      <StatusBadge
        tone="done"
        label={t(isProvisional ? 'institutions.said.provisional' : 'institutions.said.licensed')}
      />
      {licensedUntil === null ? null : (
        <span className="age">
          {t('institutions.said.until')} <DateText value={licensedUntil} />
        </span>
      )}
    </span>
  );
}

/** What the last inspection lets one rely on, with its day. */
export function ComplianceSaid({ institution }: { institution: PublicInstitution }) {
  const { t } = usePage();
  const { compliance, lastInspectedOn } = institution;
  return (
    <span className="said-line">
      <ComplianceBadge status={compliance} />
      <span className="age">
        {lastInspectedOn === null ? (
          t('institutions.said.never_inspected')
        ) : (
          <>
            {t('institutions.said.inspected')} <DateText value={lastInspectedOn} />
          </>
        )}
      </span>
    </span>
  );
}

const TONES: Record<FreePlaces, StatusTone> = { free: 'done', few: 'waiting', full: 'stopped', unknown: 'neutral' };

/** Whether places are free, and when that was counted. */
export function PlacesSaid({ institution }: { institution: PublicInstitution }) {
  const { t } = usePage();
  const { freePlaces, countedOn } = institution;
  return (
    <span className="said-line">
      <StatusBadge tone={TONES[freePlaces]} label={t(`institutions.free.${freePlaces}`)} />
      {countedOn === null ? null : (
        <span className="age">
          {t('institutions.said.counted')} <DateText value={countedOn} />
        </span>
      )}
    </span>
  );
}
