import type { Need } from '@qantara/directory/contract';
import type { PublicQuote } from '@qantara/disclosure/contract';
import type { Figure, Indicator, Period } from '@qantara/indicators/contract';
import type { LocalizedText } from '@qantara/kernel';
import type { Plan } from '@qantara/plan/contract';
import type { Policy } from '@qantara/policies/contract';
import type { Area } from '@qantara/territory/contract';

/** One figure that everybody may read; no area is the whole region, no need is all of them, no cut is everybody. */
export type OpenFigure = {
  code: string;
  period: Period;
  areaId: string | null;
  needCode: string | null;
  /** Of whom, by one trait: `sex:f`. */
  cut: string | null;
  figure: Figure;
  interval: { low: number; high: number } | null;
  asOf: string | null;
};

/** Everything that is given away, as everybody may read it; files and the catalogue are made of this and of nothing else. */
export type OpenData = {
  /** Where people find the region, without a slash at the end. */
  address: string;
  /** The whole region. */
  region: { name: LocalizedText; areaId: string; latitude: number | null; longitude: number | null };
  areas: readonly Area[];
  needs: readonly Need[];
  indicators: readonly Indicator[];
  figures: readonly OpenFigure[];
  plans: readonly Plan[];
  policies: readonly Policy[];
  quotes: readonly PublicQuote[];
};
