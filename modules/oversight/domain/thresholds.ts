/** From which measure on something is worth a look, and why there: data, so that a region can read and change it in one place. */
export const THRESHOLDS = {
  /** The hours in which the services of a region are open, with an hour before and after for whoever prepares and tidies up. */
  workHours: { from: 7, until: 20 },
  /** Sunday, by number. Saturday is a day of work in many hubs. */
  restDays: [0] as readonly number[],
  /** Somebody who forgot to close a page reloads it once or twice; three records in one night are opened on purpose. */
  openingsAfterHours: 3,
  /** A busy reception sees a person every three minutes; thirty in an hour is more than anybody reads. */
  openingsAnHour: 30,
  /** And three times what is usual for this account, so that whoever always works fast is not asked every day. */
  timesUsual: 3,
  /** Ten searches in a day that led to no record: whoever helps a person opens theirs. */
  searchesWithoutOpening: 10,
  /** Somebody who was found is opened within the half hour. */
  minutesToOpen: 30,
  /** A year is how long a person comes back to the same place for the same thing. */
  relationDays: 365,
  /** What is written down a week after the visit is written down late, and is no misuse. */
  relationDaysAfter: 7,
} as const;
