import type { LocalizedText } from '@qantara/kernel';
import type { Consent, ConsentRefusal, CorrectionRequest, Person, SharingOverride } from '@qantara/people/contract';
import { ConsentList, OverrideList, RefusalList } from '@qantara/people/web';
import { ButtonLink, Notice, usePage } from '@qantara/ui';

type Given = {
  person: Person;
  consents: Consent[];
  refusals: ConsentRefusal[];
  overrides: SharingOverride[];
  corrections: CorrectionRequest[];
  names: Record<string, LocalizedText>;
  now: string;
};

/** All that was said about sharing: agreed to, said no to, shared without it; and what the person says is wrong. */
export function SharingWords({ person, consents, refusals, overrides, corrections, names, now }: Given) {
  const { t, href, can } = usePage();
  const waiting = corrections.filter(({ status }) => status === 'waiting').length;
  return (
    <section id="consents">
      <h2>{t('people.consents.title')}</h2>
      {waiting === 0 ? null : (
        <Notice kind="warning" title={t('people.correction.waits', { count: waiting })}>
          <ButtonLink to={href('/work/corrections')}>{t('people.correction.to_list')}</ButtonLink>
        </Notice>
      )}
      <ConsentList consents={consents} names={names} now={now} />
      <RefusalList refusals={refusals} names={names} now={now} />
      <OverrideList overrides={overrides} names={names} now={now} />
      {can('consent:override') ? (
        <p className="actions">
          <ButtonLink to={href(`/work/people/${person.personId}/override`)}>{t('people.override.begin')}</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
