import { unreachable } from '../../core/outcome.ts';

/** The part of the Web Speech API that is used; browsers differ in how much of it they have. */
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: RecognitionResults) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
  abort: () => void;
};
type RecognitionResults = { results: ArrayLike<{ isFinal: boolean } & ArrayLike<{ transcript: string }>> };
type Wanted = { langs: string[]; processLocally: true };
type RecognitionClass = {
  new (): Recognition;
  prototype: object;
  available?: (wanted: Wanted) => Promise<string>;
  install?: (wanted: Wanted) => Promise<boolean>;
};

/** `downloadable`: the browser itself could fetch what it lacks. `none`: no speech would stay on this device. */
export type SpeechState = 'available' | 'downloadable' | 'downloading' | 'none';
export const speechFailures = ['not-allowed', 'no-speech', 'no-microphone', 'no-language', 'failed'] as const;
export type SpeechFailure = (typeof speechFailures)[number];

/** The model reads English, so that is what is listened for, in the person's own region where the browser names one. */
export function speechLanguage(tags: readonly string[]): string {
  return tags.find((tag) => /^en-/iu.test(tag)) ?? 'en-US';
}

function recognitionClass(): RecognitionClass | null {
  const given = (globalThis as { SpeechRecognition?: RecognitionClass }).SpeechRecognition;
  // Without this field speech goes to the browser maker's servers, whatever is asked for.
  return given !== undefined && 'processLocally' in given.prototype ? given : null;
}

export async function speechState(language: string): Promise<SpeechState> {
  const found = await recognitionClass()
    ?.available?.({ langs: [language], processLocally: true })
    .catch(() => 'unavailable');
  return found === 'available' || found === 'downloadable' || found === 'downloading' ? found : 'none';
}

/** The browser fetches its own speech pack; false where it did not. Only when the person has asked for it. */
export async function installSpeech(language: string): Promise<boolean> {
  const installed = await recognitionClass()
    ?.install?.({ langs: [language], processLocally: true })
    .catch(() => false);
  return installed === true;
}

export type Listening = {
  /** What was heard so far still comes. */
  stop: () => void;
  /** Nothing comes any more. */
  drop: () => void;
};

/** Listens until the person pauses or `stop`. `onHeard` is called with all words so far; `onEnd` once, last. */
export function listen(
  language: string,
  onHeard: (text: string, isFinal: boolean) => void,
  onEnd: (failed: SpeechFailure | null) => void,
): Listening {
  const Class = recognitionClass();
  const recognition = Class === null ? null : new Class();
  if (recognition === null) {
    onEnd('failed');
    return { stop: () => undefined, drop: () => undefined };
  }
  let failed: SpeechFailure | null = null;
  recognition.lang = language;
  recognition.processLocally = true;
  recognition.continuous = false;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    const parts = Array.from(results);
    const text = parts.map((part) => part[0]?.transcript ?? '').join('');
    onHeard(text.trim(), parts.length > 0 && parts.every(({ isFinal }) => isFinal));
  };
  recognition.onerror = ({ error }) => {
    failed = failureOf(error);
  };
  recognition.onend = () => {
    onEnd(failed);
  };
  const drop = () => {
    recognition.onresult = recognition.onerror = recognition.onend = null;
    recognition.abort();
  };
  try {
    recognition.start();
  } catch {
    drop();
    onEnd('failed');
  }
  return {
    stop: () => {
      recognition.stop();
    },
    drop,
  };
}

type Ended = SpeechFailure | 'aborted';

/** The codes of the specification; what is new to us has simply failed. */
function failureOf(code: string): SpeechFailure | null {
  const codes: { readonly [code: string]: Ended } = {
    aborted: 'aborted',
    'no-speech': 'no-speech',
    'audio-capture': 'no-microphone',
    'not-allowed': 'not-allowed',
    'service-not-allowed': 'not-allowed',
    'language-not-supported': 'no-language',
  };
  const failed = codes[code] ?? 'failed';
  switch (failed) {
    case 'aborted':
      return null;
    case 'not-allowed':
    case 'no-speech':
    case 'no-microphone':
    case 'no-language':
    case 'failed':
      return failed;
    default:
      return unreachable(failed);
  }
}
