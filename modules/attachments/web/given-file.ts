/** What a page sends of a file that was chosen. */
export async function givenFile(file: File): Promise<{ fileName: string; content: string }> {
  const content = Buffer.from(await file.arrayBuffer()).toString('base64');
  // A name may hold what no text may; the rest of it is looked at by the rule.
  return { fileName: file.name.toWellFormed().replaceAll('\u0000', '').slice(-500), content };
}
