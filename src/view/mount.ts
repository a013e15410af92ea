import { flushSync, mount, unmount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import AppScreen from './AppScreen.svelte';
import type { App } from './app.ts';
import { Screen } from './screen.svelte.ts';
import { language } from './language.ts';
import { readTheme, showTheme } from './shell/theme.ts';
import { strings } from './strings.ts';

export type MountedView = {
  /** True while a reload would lose something: words in the field, or a run under way. */
  isBusyOrTyping(): boolean;
  /** Tells that a new version waits; `apply` puts it to use. */
  offerUpdate(apply: () => void): void;
  /** Puts words into the command field, behind what is there. */
  suggest(text: string): void;
  /** Opens a file on the page for imports. */
  handFile(file: File): void;
  destroy(): void;
};

showTheme(readTheme());
document.documentElement.lang = language;

export function mountApp(target: HTMLElement, app: App): MountedView {
  const screen = new Screen(app);
  const view = mount(AppScreen, { target, props: { screen } });
  flushSync();
  return {
    isBusyOrTyping: () => screen.draft.trim() !== '' || screen.snapshot.busy,
    offerUpdate: (apply) => {
      screen.notice = { message: strings.update.text, action: { label: strings.update.apply, run: apply } };
    },
    suggest: (text) => {
      screen.draft = [screen.draft.trim(), text].filter(Boolean).join(' ');
      screen.focusCommand();
    },
    handFile: (file) => {
      screen.handedFile = file;
      location.hash = '#page/transfer';
    },
    destroy: () => void unmount(view),
  };
}
