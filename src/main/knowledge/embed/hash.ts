/** FNV-1a with a final mix (murmur3's), 32 bits unsigned. The same from run to run: kept vectors depend on it. */
export function hashText(text: string, seed: number): number {
  let code = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b);
  code = Math.imul(code ^ (code >>> 13), 0xc2b2ae35);
  return (code ^ (code >>> 16)) >>> 0;
}
