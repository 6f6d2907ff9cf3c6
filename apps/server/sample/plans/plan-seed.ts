import type { LocalizedText } from '@qantara/kernel';
import type { FrameworkArea, Lever, LevelTemplate, Progress, Reach } from '@qantara/plan/contract';

/** One that was set later than the plan was published says how many days ago. */
type TargetSeed = [code: string, kind: 'absolute' | 'relative', target: number, dueOn: string, setDaysAgo?: number];
/** Whose day has passed says how many days ago. */
type InitiativeSeed = [
  number: string,
  title: LocalizedText,
  lever: Lever,
  lead: string | null,
  progress: Progress,
  dueDaysAgo?: number,
];

export type PlanSeed = {
  name: LocalizedText;
  vision: LocalizedText;
  startsOn: string;
  endsOn: string;
  isPublic: boolean;
  publishedOn: string;
  priorities: {
    number: string;
    title: LocalizedText;
    goals: {
      number: string;
      title: LocalizedText;
      framework: FrameworkArea[];
      targets: TargetSeed[];
      initiatives: InitiativeSeed[];
    }[];
  }[];
};

/** Level, number, the number above it, the number it serves in the region's plan, title, lever, lead, how it goes and how much is done. */
type NodeSeed = [
  levelCode: string,
  number: string,
  above: string | null,
  serves: string | null,
  title: LocalizedText,
  lever: Lever | null,
  lead: string | null,
  progress: Progress | null,
  shareDone: number | null,
];

export type TownPlanSeed = Pick<PlanSeed, 'name' | 'vision' | 'startsOn' | 'endsOn'> & {
  areaCode: string;
  reach: Reach;
  template: LevelTemplate;
  items: NodeSeed[];
};
