import type { ServiceCard } from '@qantara/directory/contract';
import { CommandForm, Filters, LocalText, SubmitButton, TextField, usePage } from '@qantara/ui';
import type { Shortlist } from '../contract/index.ts';

type Props = { list: Shortlist; favourites: ServiceCard[]; found: ServiceCard[] | null };

function Choice({ card, list, isKept }: { card: ServiceCard; list: Shortlist; isKept: boolean }) {
  const { t } = usePage();
  const isOn = list.items.some((item) => item.card.serviceId === card.serviceId);
  return (
    <li>
      <strong>
        <LocalText value={card.name} quiet />
      </strong>
      <p>
        <LocalText value={card.organisationName} quiet />
      </p>
      <CommandForm id={`add-${card.serviceId}`} className="steps">
        <input type="hidden" name="serviceId" value={card.serviceId} />
        {isOn ? (
          <span>{t('shortlists.on_list')}</span>
        ) : (
          <SubmitButton intent="add">{t('shortlists.add')}</SubmitButton>
        )}
        <SubmitButton intent={isKept ? 'unkeep' : 'keep'} kind="plain">
          {t(isKept ? 'shortlists.unkeep' : 'shortlists.keep')}
        </SubmitButton>
      </CommandForm>
    </li>
  );
}

/** Looking for services, and those that are kept at hand. */
export function FindServices({ list, favourites, found }: Props) {
  const { t } = usePage();
  const kept = new Set(favourites.map(({ serviceId }) => serviceId));
  const shown = new Set((found ?? []).map(({ serviceId }) => serviceId));
  const others = favourites.filter(({ serviceId }) => !shown.has(serviceId));
  const choices = (cards: ServiceCard[]) => (
    <ul className="choices">
      {cards.map((card) => (
        <Choice key={card.serviceId} card={card} list={list} isKept={kept.has(card.serviceId)} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="find">
      <h2 id="find">{t('shortlists.find')}</h2>
      <Filters id="find-services" label={t('shortlists.find')} submitLabel={t('shortlists.search')}>
        <TextField name="words" label={t('shortlists.field.words')} />
      </Filters>
      {found !== null && found.length === 0 ? <p>{t('shortlists.nothing_found')}</p> : choices(found ?? [])}
      {others.length === 0 ? null : (
        <>
          <h3>{t('shortlists.at_hand')}</h3>
          {choices(others)}
        </>
      )}
    </section>
  );
}
