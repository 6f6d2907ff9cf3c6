/** A term of a taxonomy: of one that sources brought, or of ours, which stand in tables of their own. */
export type WireTerm = { termId: string } | { needCode: string } | { columnLabel: string };
export type WireTaxonomy = { taxonomyId: string } | 'needs' | 'columns';

/** A moment where the region is: the day, and the time of day as `14:30`. */
export type LocalMoment = { date: string; time: string };

export type WirePoint = { latitude: number; longitude: number };

/** What the directory itself knows of where a postcode lies: the middle of its open addresses there, and their areas. */
export type PostcodePlace = { postcode: string; centroid: WirePoint | null; areaIds: string[] };

/** What a public interface asks of the directory; all that is asked must hold. */
export type WireFilter = {
  /** Words as `askedWordsOf` gives them; none of them finds nothing. */
  words?: string[];
  term?: WireTerm;
  taxonomy?: WireTaxonomy;
  organizationId?: string;
  modifiedAfter?: Date;
  minimumAge?: number;
  maximumAge?: number;
  openAt?: LocalMoment;
  hours?: { weekday?: number; from?: string; until?: string };
  /** Null is a postcode that the directory has no open address of: nothing is found. */
  postcode?: PostcodePlace | null;
  /** Metres from the middle of the postcode. */
  proximity?: number;
  near?: WirePoint & { radius: number | null };
};

/** Which part of a list is wanted; null is all of it. */
export type WireWindow = { limit: number; offset: number } | null;

export type WireIds = { ids: string[]; total: number };
