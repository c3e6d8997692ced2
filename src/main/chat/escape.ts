/** Text as data inside a tag: nothing in it can open or close one. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as the value of an attribute in double quotes, on one line. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll(/\s+/g, ' ');
}

const two = (value: number) => String(value).padStart(2, '0');

/** Local date of a time: "2026-11-22". */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Local time to the minute: "2026-11-22T10:05". */
export function localMinute(at: number): string {
  const date = new Date(at);
  return `${localDay(at)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
