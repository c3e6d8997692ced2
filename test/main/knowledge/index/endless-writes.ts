/** A process to be killed: writes an index folder over and over, with bytes large enough that most kills cut a write. */
import { settleFolder, writeIndexFolder } from '../../../../src/main/knowledge/index/folder.ts';

const [dir = ''] = process.argv.slice(2);
const stamp = { embedder: 'any', dimension: 8, readAt: 0, insights: 1, vectors: 1 };
settleFolder(dir);
for (let generation = 1; ; generation++) {
  const writing = writeIndexFolder(dir);
  for (let part = 0; part < 8; part++) writing.append(Buffer.alloc(1_000_000, generation));
  writing.finish({ ...stamp, generation });
  process.stdout.write(`${generation}\n`);
}
