// See docs/decisions/0014: the model runs as WebAssembly; what would bring 474 MB of native code stays out.
throw new Error('This package is left out on purpose: nothing may load it.');
