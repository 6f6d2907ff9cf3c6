import type { Locator } from 'playwright-core';
import { lookAt } from '../stage/look-at.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly } from '../stage/words.ts';

export const PHRASE = 'seven herons over the river';
const FORM = { ar: 'استقبال أسرة', fr: 'Accueil d’un foyer', en: '' };

/** Presses a button of the page of devices, which answers without another page. */
export async function push({ page, t }: Visitor, key: string): Promise<void> {
  await page
    .getByRole('button', { name: exactly(t(key)) })
    .first()
    .click();
}

/** Opens what the device keeps with a phrase, or sets it up with one. */
export async function unlock(visitor: Visitor, key = 'offline.gate.unlock', phrase = PHRASE): Promise<void> {
  await visitor.page.locator('[name=phrase]').fill(phrase);
  await push(visitor, key);
  await visitor.page.locator('h2', { hasText: visitor.t('offline.begin.title') }).waitFor();
}

const takeable = ({ page }: Visitor, words: string): Locator => page.locator('.taken', { hasText: words });

/** Sets a device up, takes the form of the household along and, where one is named, a person. */
export async function prepare(visitor: Visitor, person: string | null = null): Promise<void> {
  const { page, t } = visitor;
  await visitor.open('/work/offline');
  await page.locator('[name=phrase]').waitFor();
  await lookAt(visitor);
  await unlock(visitor, 'offline.gate.begin');
  await page.locator('summary', { hasText: t('offline.take.title') }).click();
  const take = exactly(t('offline.take.take'));
  await takeable(visitor, FORM[visitor.locale]).getByRole('button', { name: take }).click();
  await page.locator('#begin').waitFor();
  if (person !== null) {
    await page.locator('#find [name=name]').fill(person);
    await push(visitor, 'people.search.go');
    await takeable(visitor, person).getByRole('button', { name: take }).first().click();
    await page.locator('#begin [name=person] option', { hasText: person }).waitFor({ state: 'attached' });
  }
  // What the page needs without network has been kept.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await lookAt(visitor);
}

/** Begins the form that was taken along, for somebody taken along or somebody new. */
export async function begin(visitor: Visitor, personId = ''): Promise<void> {
  await visitor.page.locator('#begin [name=person]').selectOption(personId);
  await push(visitor, 'offline.begin.go');
  await visitor.page.locator('[name="answers.home_kind"][value=own]').check();
}

/** Presses until it is whole: what has come up by an answer is passed as well. */
export async function finalise(visitor: Visitor): Promise<void> {
  await push(visitor, 'offline.answer.finalise');
  await visitor.page.waitForTimeout(500);
  if ((await visitor.page.locator('#answers').count()) > 0) await push(visitor, 'offline.answer.finalise');
  await visitor.page.locator('#begin').waitFor();
}

export const entries = ({ page }: Visitor, state: string): Locator => page.locator(`[data-entry=${state}]`);

/** How many rows each table of the device holds, as whoever has the device in hand finds it. */
export function countKept({ page }: Visitor): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('qantara');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(new Error('the database does not open')));
    });
    const counts: Record<string, number> = {};
    for (const table of database.objectStoreNames)
      counts[table] = await new Promise<number>((resolve) => {
        const asked = database.transaction(table).objectStore(table).count();
        asked.addEventListener('success', () => resolve(asked.result));
      });
    database.close();
    return counts;
  });
}
