import { clientFor, type Actor, type Client } from '@qantara/kernel';
import { attachmentsRoutes } from '@qantara/attachments/contract';
import { cohortsRoutes } from '@qantara/cohorts/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { partnershipRoutes } from '@qantara/partnership/contract';
import { partnerlinksRoutes } from '@qantara/partnerlinks/contract';
import { governanceRoutes } from '@qantara/governance/contract';
import { peopleRoutes } from '@qantara/people/contract';
import type { AnyCtx, DatabaseClient, Executor } from '@qantara/platform';
import { referralsRoutes } from '@qantara/referrals/contract';
import { observatoryRoutes } from '@qantara/observatory/contract';
import { policiesRoutes } from '@qantara/policies/contract';
import { embedsRoutes } from '@qantara/embeds/contract';
import { sheetsRoutes } from '@qantara/sheets/contract';
import { screeningRoutes } from '@qantara/screening/contract';
import { shortlistsRoutes } from '@qantara/shortlists/contract';

export type As = { actor: Actor; now: Date };

/** The sample's past, in the one transaction that loads it all. */
export type Told = {
  /** What has no route: the territory, the directory, the plan. */
  act: <T>(as: As, work: (ctx: AnyCtx) => Promise<T>) => Promise<T>;
  people: (as: As) => Client<typeof peopleRoutes>;
  screening: (as: As) => Client<typeof screeningRoutes>;
  referrals: (as: As) => Client<typeof referralsRoutes>;
  shortlists: (as: As) => Client<typeof shortlistsRoutes>;
  cohorts: (as: As) => Client<typeof cohortsRoutes>;
  governance: (as: As) => Client<typeof governanceRoutes>;
  policies: (as: As) => Client<typeof policiesRoutes>;
  observatory: (as: As) => Client<typeof observatoryRoutes>;
  partnership: (as: As) => Client<typeof partnershipRoutes>;
  links: (as: As) => Client<typeof partnerlinksRoutes>;
  forms: (as: As) => Client<typeof formsRoutes>;
  attachments: (as: As) => Client<typeof attachmentsRoutes>;
  sheets: (as: As) => Client<typeof sheetsRoutes>;
  embeds: (as: As) => Client<typeof embedsRoutes>;
};

/** Binds the sample's past to one connection. Every step obeys the rules that hold today. */
export function tellOn(executor: Executor, client: DatabaseClient): Told {
  const invoke = (as: As) => executor.invokeAt(client, as);
  return {
    act: (as, work) => executor.actAt(client, as, work),
    people: (as) => clientFor(peopleRoutes, invoke(as)),
    screening: (as) => clientFor(screeningRoutes, invoke(as)),
    referrals: (as) => clientFor(referralsRoutes, invoke(as)),
    shortlists: (as) => clientFor(shortlistsRoutes, invoke(as)),
    cohorts: (as) => clientFor(cohortsRoutes, invoke(as)),
    governance: (as) => clientFor(governanceRoutes, invoke(as)),
    policies: (as) => clientFor(policiesRoutes, invoke(as)),
    observatory: (as) => clientFor(observatoryRoutes, invoke(as)),
    partnership: (as) => clientFor(partnershipRoutes, invoke(as)),
    links: (as) => clientFor(partnerlinksRoutes, invoke(as)),
    forms: (as) => clientFor(formsRoutes, invoke(as)),
    attachments: (as) => clientFor(attachmentsRoutes, invoke(as)),
    sheets: (as) => clientFor(sheetsRoutes, invoke(as)),
    embeds: (as) => clientFor(embedsRoutes, invoke(as)),
  };
}
