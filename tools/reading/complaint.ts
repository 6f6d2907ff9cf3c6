/** One thing that is against a rule, said so that it can be mended without reading the tool. */
export type Complaint = { file: string; rule: string; detail: string };

/** Prints what is wrong and makes the process fail. */
export function report(complaints: Complaint[]): boolean {
  for (const { file, rule, detail } of complaints) console.error(`  ${file} — ${rule}: ${detail}`);
  return complaints.length === 0;
}
