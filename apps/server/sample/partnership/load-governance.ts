import type {
  BodyId,
  BodyKind,
  CommitmentState,
  MeetingId,
  PopulationGroup,
  SeatId,
  StandsFor,
} from '@qantara/governance/contract';
import type { Actor, LocalizedText } from '@qantara/kernel';
import { readSeed } from '../read-seed.ts';
import type { Told } from '../tell.ts';

const DAY = 24 * 3600_000;

type HoldingSeed = {
  organisationKey: string;
  sitterName: string;
  sitterFunction: string;
  startsDaysAgo: number;
  lastsDays: number | null;
};
type SeatSeed = {
  name: LocalizedText;
  standsFor: StandsFor;
  populations?: PopulationGroup[];
  isRequired: boolean;
  holdings: HoldingSeed[];
};
type BodySeed = {
  kind: BodyKind;
  name: LocalizedText;
  purpose: LocalizedText;
  organisationKey: string;
  meetsEveryMonths: number | null;
  quorumPercent: number;
  /** Which of the bodies before it this one belongs to. */
  parent: number | null;
  seats: SeatSeed[];
};
type CommitmentSeed = {
  wording: LocalizedText;
  organisationKey: string;
  ownerName: string | null;
  dueInDays: number;
  words: { state: CommitmentState; story: string }[];
};
type MeetingSeed = {
  body: number;
  title: LocalizedText;
  daysAgo: number;
  place: string;
  /** How many of the last seats were not there. */
  absent: number;
  guests: string[];
  agenda: { title: LocalizedText; organisationKey: string | null; lastsMinutes: number }[];
  decisions: { wording: LocalizedText; votes: number[] }[];
  minutes: LocalizedText;
  commitments: CommitmentSeed[];
};
type Given = { told: Told; now: Date; organisationIds: Map<string, string>; planner: Actor; second: Actor };

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function addBody(given: Given, seed: BodySeed, parentBodyId: BodyId | null): Promise<BodyId> {
  const { told, now, planner, organisationIds } = given;
  const api = told.governance({ actor: planner, now: before(now, 340) });
  const organisationId = organisationIds.get(seed.organisationKey) ?? '';
  const { seats, organisationKey: _key, parent: _parent, ...body } = seed;
  const secretaryId = planner.accountId;
  const { bodyId } = await api.addBody({ ...body, organisationId, parentBodyId, secretaryId });
  const known = new Set<SeatId>();
  for (const { holdings, ...seat } of seats) {
    const added = await api.addSeat({ ...seat, bodyId });
    const seatId = added.seats.find((one) => !known.has(one.seatId))?.seatId;
    if (seatId === undefined) throw new Error('a seat that was just added is not there');
    known.add(seatId);
    for (const { organisationKey, startsDaysAgo, lastsDays, ...sitter } of holdings)
      await api.fillSeats({
        ...sitter,
        bodyId,
        seatIds: [seatId],
        organisationId: organisationIds.get(organisationKey) ?? '',
        startsOn: dayOf(before(now, startsDaysAgo)),
        lastDay: lastsDays === null ? null : dayOf(before(now, startsDaysAgo - lastsDays)),
      });
  }
  return bodyId;
}

type Promised = { bodyId: BodyId; meetingId: MeetingId; at: Date };

async function addCommitment(given: Given, seed: CommitmentSeed, { bodyId, meetingId, at }: Promised): Promise<void> {
  const { told, now, planner, organisationIds } = given;
  const { wording, ownerName } = seed;
  const { commitmentId } = await told.governance({ actor: planner, now: at }).addCommitment({
    bodyId,
    meetingId,
    wording,
    ownerName,
    organisationId: organisationIds.get(seed.organisationKey) ?? '',
    dueOn: dayOf(before(now, -seed.dueInDays)),
  });
  for (const [index, word] of seed.words.entries()) {
    const said = new Date(at.getTime() + (index + 1) * 20 * DAY);
    await told.governance({ actor: planner, now: said < now ? said : now }).tellCommitment({ ...word, commitmentId });
  }
}

/** A meeting as it was: planned, held, decided, written down by one colleague and approved by another. */
async function tellMeeting(given: Given, seed: MeetingSeed, bodyId: BodyId): Promise<void> {
  const { told, now, planner, second, organisationIds } = given;
  const day = dayOf(before(now, seed.daysAgo));
  const idOf = (key: string | null): string | null => (key === null ? null : (organisationIds.get(key) ?? null));
  const { title, place } = seed;
  const before14 = told.governance({ actor: planner, now: before(now, seed.daysAgo + 14) });
  const { meetingId, attendance } = await before14.planMeeting({ bodyId, title, place, onDay: day, atTime: '10:00' });
  for (const { organisationKey, ...item } of seed.agenda)
    await before14.addAgendaItem({ ...item, meetingId, organisationId: idOf(organisationKey) });
  const at = before(now, seed.daysAgo - 1);
  const api = told.governance({ actor: planner, now: at });
  const presentIds = attendance.slice(0, attendance.length - seed.absent).map(({ holdingId }) => holdingId);
  await api.holdMeeting({ meetingId, presentIds, guestIds: seed.guests.flatMap((key) => idOf(key) ?? []) });
  for (const { wording, votes } of seed.decisions) {
    const [votesFor = null, votesAgainst = null, votesAbstained = null] = votes;
    await api.addDecision({ meetingId, wording, votesFor, votesAgainst, votesAbstained });
  }
  const { version } = await api.getMeeting({ meetingId });
  const written = await api.writeMinutes({ meetingId, minutes: seed.minutes, version });
  await told.governance({ actor: second, now: at }).approveMinutes({ meetingId, version: written.version });
  await api.publishMinutes({ meetingId });
  for (const commitment of seed.commitments) await addCommitment(given, commitment, { bodyId, meetingId, at });
}

/** The partner table, an advisory committee with a seat empty, a data team and a coalition; what they decided and promised. */
export async function loadGovernance(given: Given): Promise<void> {
  const seed = readSeed<{ bodies: BodySeed[]; meetings: MeetingSeed[] }>('sample/governance.json');
  const bodyIds: BodyId[] = [];
  for (const body of seed.bodies)
    bodyIds.push(await addBody(given, body, body.parent === null ? null : (bodyIds[body.parent] ?? null)));
  for (const meeting of seed.meetings) {
    const bodyId = bodyIds[meeting.body];
    if (bodyId !== undefined) await tellMeeting(given, meeting, bodyId);
  }
}
