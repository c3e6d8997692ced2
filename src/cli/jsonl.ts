/** The objects of JSONL text. */
export function parseLines(jsonl: string): unknown[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** What an import did. */
export function countText(
  what: string,
  { added, changed, same }: { readonly added: number; readonly changed: number; readonly same: number },
): string {
  return `Imported ${what}: ${added} added, ${changed} changed, ${same} as they were.`;
}
