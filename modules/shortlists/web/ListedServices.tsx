import { CommandForm, EmptyState, LocalText, SubmitButton, TextField, usePage } from '@qantara/ui';
import type { Shortlist } from '../contract/index.ts';

type Item = Shortlist['items'][number];

function Steps({ item, at, last }: { item: Item; at: number; last: number }) {
  const { t } = usePage();
  return (
    <CommandForm id={`steps-${item.card.serviceId}`} className="steps">
      <input type="hidden" name="serviceId" value={item.card.serviceId} />
      {at === 0 ? null : (
        <SubmitButton intent="up" kind="plain">
          {t('shortlists.up')}
        </SubmitButton>
      )}
      {at === last ? null : (
        <SubmitButton intent="down" kind="plain">
          {t('shortlists.down')}
        </SubmitButton>
      )}
      <SubmitButton intent="remove" kind="plain">
        {t('shortlists.remove')}
      </SubmitButton>
    </CommandForm>
  );
}

function ItemNote({ item }: { item: Item }) {
  const { t } = usePage();
  return (
    <CommandForm id={`note-${item.card.serviceId}`} className="form inline">
      <input type="hidden" name="serviceId" value={item.card.serviceId} />
      <TextField name="note" label={t('shortlists.item_note')} defaultValue={item.note ?? ''} maxLength={500} />
      <SubmitButton intent="note" kind="plain">
        {t('shortlists.save')}
      </SubmitButton>
    </CommandForm>
  );
}

/** What is on a list, in its order, each with a word for the person. */
export function ListedServices({ list }: { list: Shortlist }) {
  const { t } = usePage();
  if (list.items.length === 0) return <EmptyState title={t('shortlists.empty')} />;
  return (
    <ol className="listed">
      {list.items.map((item, at) => (
        <li key={item.card.serviceId}>
          <strong>
            <LocalText value={item.card.name} quiet />
          </strong>
          <p>
            <LocalText value={item.card.organisationName} quiet />
          </p>
          <ItemNote item={item} />
          <Steps item={item} at={at} last={list.items.length - 1} />
        </li>
      ))}
    </ol>
  );
}
