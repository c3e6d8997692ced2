/** Import zones as data: who may import whom. The reasons stand beside each rule; `npm run check` enforces them. */
const onlyFrom = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

const oneVendorOneFile = (vendor, file) => ({
  name: `one-file-${vendor.replace(/[^a-z0-9]+/g, '-')}`,
  comment: `${vendor} is imported in one place, so that replacing it touches one place.`,
  severity: 'error',
  from: { path: '^src/', pathNot: file },
  to: { path: `node_modules/${vendor}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'chat-never-reaches-llama',
      comment: 'The slow model is off the path of a reply by construction.',
      severity: 'error',
      from: { path: '^src/main/chat/' },
      to: { path: '^src/main/llama/', reachable: true },
    },
    onlyFrom(
      'shared-imports-nothing',
      'Types and pure functions for both sides.',
      '^src/shared/',
      '^src/shared/',
    ),
    onlyFrom('db-imports-shared', 'SQL only; no product logic.', '^src/main/db/', '^src/(shared|main/db)/'),
    onlyFrom(
      'llama-imports-shared',
      'Endpoint clients know no product.',
      '^src/main/llama/',
      '^src/(shared/|main/(abort|llama/))',
    ),
    onlyFrom(
      'privacy-imports-shared',
      'Pure text in, text out.',
      '^src/main/privacy/',
      '^src/(shared|main/privacy)/',
    ),
    onlyFrom(
      'embed-imports-shared',
      'Embedders know no database.',
      '^src/main/knowledge/embed/',
      '^src/(shared/|main/(abort|text/|knowledge/embed/))',
    ),
    onlyFrom('exchange-zone', 'Rows in, rows out.', '^src/main/exchange/', '^src/(shared|main/exchange)/'),
    onlyFrom(
      'knowledge-zone',
      'Retrieval never knows of chat.',
      '^src/main/knowledge/',
      '^src/(shared|main/(db/|exchange/|knowledge/|privacy/|text/|abort|clock|log))',
    ),
    onlyFrom(
      'answers-zone',
      'Matching never knows of chat.',
      '^src/main/answers/',
      '^src/(shared|main/(db/|exchange/|knowledge/|answers/|privacy/|text/|clock|log))',
    ),
    onlyFrom(
      'memory-zone',
      'Memory is read by chat, never the other way round.',
      '^src/main/memory/',
      '^src/(shared|main/(db/|knowledge/|memory/|backup/|privacy/|text/|clock|log))',
    ),
    onlyFrom(
      'text-imports-shared',
      'Language and tokens: pure functions.',
      '^src/main/text/',
      '^src/(shared|main/text)/',
    ),
    onlyFrom(
      'chat-zone',
      'The reply pipeline.',
      '^src/main/chat/',
      '^src/(shared|main/(db/|chat/|knowledge/|answers/|memory/|jobs/queue|text/|abort|clock|log))',
    ),
    onlyFrom(
      'eval-zone',
      'Measures the product from outside, through what its core offers.',
      '^src/main/eval/',
      '^src/(shared|main/(eval/|core|db/|exchange/|knowledge/|answers/|text/|clock|log))',
    ),
    onlyFrom(
      'ipc-zone',
      'Handlers of one to three lines over the core.',
      '^src/main/ipc/',
      '^src/(shared|main/(ipc/|core|shell/ipc|db/|chat/|memory/|knowledge/|answers/|jobs/|clock|log))',
    ),
    onlyFrom(
      'shell-zone',
      'Electron and nothing of the product.',
      '^src/main/shell/',
      '^src/(shared|main/(shell/|log|settings-file|data-dir))',
    ),
    onlyFrom(
      'cli-zone',
      'The same core without a window.',
      '^src/cli/',
      '^src/(cli|shared|demo|main/(?!shell|ipc|main))',
    ),
    onlyFrom(
      'demo-zone',
      'The demo is a server of its own and knows only protocols.',
      '^src/demo/(?!main)',
      '^src/(shared|demo)/',
    ),
    onlyFrom('preload-zone', 'A bridge of named verbs.', '^src/preload/', '^src/(shared|preload)/'),
    onlyFrom(
      'renderer-zone',
      'The screen reaches the product through the bridge only.',
      '^src/renderer/',
      '^src/(shared|renderer)/',
    ),
    {
      name: 'electron-in-shell-only',
      comment: 'Everything else is plain Node, so that the CLI and the tests run the same core.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/shell/|preload/|main/(main|app-verbs)\\.ts)' },
      to: { path: 'node_modules/electron(-store)?/' },
    },
    oneVendorOneFile('@anthropic-ai/sdk', '^src/main/chat/claude\\.ts'),
    oneVendorOneFile('vectra', '^src/main/knowledge/index/vectra\\.ts'),
    oneVendorOneFile(
      '@huggingface/transformers',
      '^src/main/knowledge/embed/transformers/(library|transformers-web\\.d)\\.ts',
    ),
    oneVendorOneFile('onnxruntime-web', '^src/main/knowledge/embed/transformers/library\\.ts'),
    oneVendorOneFile('better-sqlite3', '^src/main/db/(open|db)\\.ts'),
    oneVendorOneFile('electron-store', '^src/main/shell/settings\\.ts'),
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
