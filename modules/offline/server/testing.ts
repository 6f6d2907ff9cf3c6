import { bringForm } from '@qantara/forms/server';
import { inSystem } from '@qantara/identity/testing';
import type { PeopleBench } from '@qantara/people/testing';
import { openScreeningBench } from '@qantara/screening/testing';
import { offlineModule } from './index.ts';

const said = (text: string) => ({ ar: text, fr: text, en: text });
type Asks = { code: string; kind?: 'yes_no' | 'photo'; isRequired?: boolean; formerly?: string };

const asked = ({ code, kind = 'yes_no', isRequired = false, formerly }: Asks) => ({
  code,
  kind,
  text: said(code),
  isRequired,
  choices: [],
  ...(formerly === undefined ? {} : { formerly }),
});

/** Publishes the next version of the form of the household, with these questions. */
export function publishHousehold(bench: PeopleBench, questions: Asks[]): Promise<boolean> {
  return inSystem(bench, async (ctx) => {
    const body = { sections: [{ questions: questions.map(asked) }] };
    await bringForm(ctx, { code: 'household', title: said('Household'), purpose: 'survey', body });
    return true;
  });
}

/** The bench of screening with devices, and two forms to take along: one of a household, and one from which needs follow. */
export async function openOfflineBench(): Promise<PeopleBench> {
  const bench = await openScreeningBench([offlineModule]);
  await publishHousehold(bench, [{ code: 'water', isRequired: true }, { code: 'light' }]);
  await inSystem(bench, async (ctx) => {
    const findings = [{ needCode: 'food', hasNeedWhen: "${hungry} = 'yes'", wantsHelpWhen: "${hungry} = 'yes'" }];
    const dangers = [{ needCode: 'safety', hasNeedWhen: "${afraid} = 'yes'", isDangerWhen: "${afraid} = 'yes'" }];
    const questions = [asked({ code: 'hungry' }), asked({ code: 'afraid' })];
    const body = { sections: [{ questions }], findings: [...findings, ...dangers] };
    await bringForm(ctx, { code: 'hunger', title: said('Hunger'), purpose: 'screening', body });
    return true;
  });
  return bench;
}

/** What a device hands over: the household has water. */
export function handedOver(more: object = {}) {
  return {
    personId: null,
    formCode: 'household',
    version: 1,
    answers: { water: 'yes' },
    channel: 'navigator',
    locale: 'ar',
    takenAt: '2026-11-22T08:00:00Z',
    ...more,
  };
}
