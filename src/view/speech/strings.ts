import { inLanguage } from '../language.ts';
import type { SpeechFailure, SpeechState } from './on-device.ts';
import { de } from './strings.de.ts';

const en = {
  title: 'Speech',
  about:
    'A button beside the command field listens to one sentence. The browser turns it into words on this device: no sound and no words leave it, and none are kept. What was heard goes into the field; you send it. Off unless you turn it on.',
  on: 'Show the button',
  states: {
    available: 'This browser recognises English speech on this device.',
    downloadable: 'This browser could recognise English speech on this device, but has to fetch its speech pack first.',
    downloading: 'The browser is fetching its speech pack.',
    none: 'This browser does not recognise speech on this device. What sends sound to a server is not offered here.',
  } satisfies { [State in SpeechState]: string },
  install: 'Let the browser fetch its English speech pack',
  installFailed: 'The browser did not fetch it.',
  start: 'Speak',
  stop: 'Stop listening',
  listening: 'Listening, on this device only…',
  failures: {
    'not-allowed': 'The browser does not let this page use the microphone. Its site settings can change that.',
    'no-speech': 'Nothing was heard.',
    'no-microphone': 'There is no microphone that can be used.',
    'no-language': 'This browser cannot recognise that language on this device.',
    failed: 'Listening did not work. Please try again, or type.',
  } satisfies { [Failure in SpeechFailure]: string },
};

export type SpeechWords = typeof en;
/** The microphone beside the command field, and what becomes of the sound. */
export const speechWords: SpeechWords = inLanguage({ en, de });
