/** A process to be killed: writes an index folder over and over, with bytes large enough that most kills cut a write. */
import { writeIndexFolder } from '../../../../src/main/knowledge/index/folder.ts';

const [dir = ''] = process.argv.slice(2);
const stamp = { embedder: 'any', dimension: 8, readAt: 0, insights: 1, vectors: 1 };
for (let generation = 1; ; generation++) {
  await writeIndexFolder(dir, { ...stamp, generation }, Buffer.alloc(8_000_000, generation));
  process.stdout.write(`${generation}\n`);
}
