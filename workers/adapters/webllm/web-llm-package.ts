/** The package is several megabytes: a chunk of its own, which comes when the first web-llm model is opened. */
export { MLCEngine } from '@mlc-ai/web-llm';
