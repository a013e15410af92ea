/** How packages are found when the app is built, and by the tests that build parts of it. */
export const resolvePackages = {
  // The runtime's glue comes by its own address, which its threads need; the bundles that carry a copy are not wanted.
  conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'],
  // transformers.js is handed the app's own runtime, so it needs no third build of it.
  alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/jspi' },
};
