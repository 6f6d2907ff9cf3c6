import { isolate } from '@qantara/kernel';
import type { MatchingService } from '@qantara/directory/contract';
import type { SharingWords } from '@qantara/people/domain';
import { CARRIED, CONSENT_FORM } from '@qantara/people/web';
import { ButtonLink, CommandForm, Notice, SubmitButton, usePage, type TypedValues } from '@qantara/ui';
import { categoriesFor, partnersWithoutConsent } from './missing-consent.ts';

type Given = { personId: string; typed: TypedValues; words: SharingWords; services: MatchingService[]; now: string };

const KEPT = ['serviceIds[]', 'priority', 'note'] as const;

/** Says which partners no consent covers, and goes to record one: they are ticked there, and what was chosen here comes back. */
export function AskConsent({ personId, typed, words, services, now }: Given) {
  const { t, href, can, formats, text, pathname, search } = usePage();
  const note = String(typed['note'] ?? '');
  const chosen = [typed['serviceIds[]'] ?? []].flat();
  const partners = services.filter(({ service }) => chosen.includes(service.serviceId)).map(({ service }) => service);
  const categories = categoriesFor(note);
  const ids = partners.map(({ organisationId }) => organisationId);
  const missing = partnersWithoutConsent(words, ids, { categories, at: new Date(now) });
  const names = missing.map((id) =>
    isolate(text(partners.find(({ organisationId }) => organisationId === id)?.organisationName).text),
  );
  return (
    <Notice kind="warning" title={t('referrals.refer.missing_title')}>
      <p>{t('referrals.refer.missing', { partners: formats.list(names) })}</p>
      <CommandForm id={CONSENT_FORM} action={href(`/work/people/${personId}/consent`)}>
        {missing.map((id) => (
          <input key={id} type="hidden" name="recipients[]" value={id} />
        ))}
        {categories.map((category) => (
          <input key={category} type="hidden" name="categories[]" value={category} />
        ))}
        {KEPT.flatMap((name) =>
          [typed[name] ?? []]
            .flat()
            .map((value) => <input key={`${name} ${value}`} type="hidden" name={`${CARRIED}${name}`} value={value} />),
        )}
        <input type="hidden" name="then" value={`${pathname}${search}`} />
        <input type="hidden" name="thenForm" value="refer" />
        <SubmitButton intent="begin">{t('referrals.refer.ask_consent')}</SubmitButton>
      </CommandForm>
      {can('consent:override') ? (
        <p className="actions">
          <ButtonLink to={href(`/work/people/${personId}/override`)}>{t('people.override.begin')}</ButtonLink>
        </p>
      ) : null}
    </Notice>
  );
}
