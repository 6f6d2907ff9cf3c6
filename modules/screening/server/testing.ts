import type { ServerModule } from '@qantara/platform';
import { directoryModule, saveNeeds } from '@qantara/directory/server';
import { bringForm, formsModule } from '@qantara/forms/server';
import { get, inSystem } from '@qantara/identity/testing';
import { openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import { SCREENING_FORM, type AskForHelp, type Screening } from '../contract/index.ts';
import { screeningModule } from './index.ts';

export const NEEDS = ['safety', 'food', 'housing'] as const;

const inAll = (text: string) => ({ ar: text, fr: text, en: text });

/** The people's bench with three needs and the region's form. */
export async function openScreeningBench(modules: ServerModule[] = []): Promise<PeopleBench> {
  const bench = await openPeopleBench([directoryModule, formsModule, screeningModule, ...modules]);
  await inSystem(bench, async (ctx) => {
    await saveNeeds(
      ctx,
      NEEDS.map((needCode) => ({ needCode, name: { en: needCode }, words: null })),
    );
    const questions = NEEDS.map((code) => ({
      code: `need_${code}`,
      kind: 'yes_no' as const,
      text: inAll(`Is ${code} hard?`),
      isRequired: false,
      choices: [],
    }));
    await bringForm(ctx, {
      code: SCREENING_FORM,
      title: inAll('Needs'),
      purpose: 'screening',
      body: { sections: [{ questions }] },
    });
    return true;
  });
  return bench;
}

/** What a resident sends: food is hard, help is wanted with it, and nobody is to contact them. */
export function aRequest(request: Partial<AskForHelp> = {}): Partial<AskForHelp> {
  return { needs: ['food'], wants: ['food'], safeContact: 'no_contact', locale: 'ar', ...request };
}

/** A screening that a navigator of the hub made with the person beside them. */
export async function aScreening(bench: PeopleBench, personId: string): Promise<Screening> {
  const input = { personId, channel: 'navigator', needs: { food: 'yes' }, wants: { food: 'yes' }, locale: 'ar' };
  const made = await get<{ screening: Screening }>(bench, 'POST /screenings', { input, actor: bench.navigator });
  return made.screening;
}
