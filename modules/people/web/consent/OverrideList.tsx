import type { LocalizedText } from '@qantara/kernel';
import { Bdi, CommandForm, ConfirmDialog, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import type { SharingOverride } from '../../contract/index.ts';
import { isOverrideLive } from '../../domain/index.ts';
import { PartnerNames } from './PartnerNames.tsx';

/** Whoever reads it of themselves is told so by a title of their own. */
type Given = { overrides: SharingOverride[]; names: Record<string, LocalizedText>; now: string; title?: string };

function End({ override }: { override: SharingOverride }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('people.override.end')} title={t('people.override.end_title')}>
      <CommandForm id={`end-${override.overrideId}`}>
        <p>{t('people.override.end_text')}</p>
        <input type="hidden" name="personId" value={override.personId} />
        <input type="hidden" name="overrideId" value={override.overrideId} />
        <SubmitButton intent="end_override">{t('people.override.end')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Item({ override, names, now }: { override: SharingOverride; names: Given['names']; now: string }) {
  const { t, formats, can } = usePage();
  const live = isOverrideLive(override, new Date(now));
  const end = override.endedAt ?? override.endsAt;
  return (
    <li className="result">
      <h3>
        <PartnerNames ids={override.recipients} names={names} />
      </h3>
      <p>
        <StatusBadge
          tone={live ? 'attention' : 'neutral'}
          label={t(live ? 'people.override.live' : 'people.override.ended')}
        />{' '}
        {t(live ? 'people.consents.until' : 'people.override.ended_on', { date: formats.dateTime(end) })}
      </p>
      <p>
        {t(`people.basis.${override.basis}`)}
        {' · '}
        {override.categories.map((category) => t(`people.category.${category}`)).join(' · ')}
      </p>
      {override.reason === null ? null : (
        <p>
          <Bdi>{override.reason}</Bdi>
        </p>
      )}
      {override.telling === 'tell' ? null : <p>{t(`people.telling.${override.telling}`)}</p>}
      {live && can('consent:override') ? <End override={override} /> : null}
    </li>
  );
}

/** What was shared without consent, by what right and until when. */
export function OverrideList({ overrides, names, now, title }: Given) {
  const { t } = usePage();
  const label = title ?? t('people.override.list');
  if (overrides.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ol className="results" aria-label={label}>
        {overrides.map((override) => (
          <Item key={override.overrideId} override={override} names={names} now={now} />
        ))}
      </ol>
    </section>
  );
}
