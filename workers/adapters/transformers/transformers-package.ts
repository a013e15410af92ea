/** The package is half a megabyte: a chunk of its own, which comes when the first model for it is opened. */
export {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  LogLevel,
  StoppingCriteria,
  Tensor,
  TextStreamer,
} from '@huggingface/transformers';
export type { PreTrainedModel, PreTrainedTokenizer } from '@huggingface/transformers';
