// Stands in for the package `vectra` in the main bundle: its vector index, without the web fetchers, the embedders and the
// command line that its entry point loads with it. Its `exports` forbid importing these files by name.
export { LocalIndex } from '../../node_modules/vectra/lib/LocalIndex.js';
export { JsonCodec } from '../../node_modules/vectra/lib/codecs/JsonCodec.js';
export { ProtobufCodec } from '../../node_modules/vectra/lib/codecs/ProtobufCodec.js';
export { LocalFileStorage } from '../../node_modules/vectra/lib/storage/LocalFileStorage.js';
export { VirtualFileStorage } from '../../node_modules/vectra/lib/storage/VirtualFileStorage.js';
