/** What a launch needs of the screen. */
export type LaunchDoor = {
  /** Puts words into the command field; nothing is done with them until the person sends them. */
  suggest(text: string): void;
  /** Opens a file on the page for imports, where it is shown before anything is added. */
  handFile(file: File): void;
};

type LaunchParams = { targetURL?: string; files?: readonly FileSystemFileHandle[] };
type LaunchQueue = { setConsumer(consumer: (params: LaunchParams) => void): void };

/**
 * What the system starts the app with: something shared to it, a `web+errand:` link, or files. All of it comes from
 * somebody else, so it is only ever shown, never run.
 */
export function followLaunches(door: LaunchDoor): void {
  const words = launchWords(location.href);
  if (words !== '') {
    door.suggest(words);
    // A reload must not bring it again.
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  }
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    const said = targetURL === undefined ? '' : launchWords(targetURL);
    if (said !== '' && said !== words) door.suggest(said);
    const [first] = files;
    if (first !== undefined) {
      void first.getFile().then(
        (file) => {
          door.handFile(file);
        },
        () => undefined,
      );
    }
  });
}

const longestWords = 2000;

/** The words of an address: what was shared, in one line, or what a link says. */
export function launchWords(address: string): string {
  const { searchParams } = new URL(address);
  const shared = ['share-title', 'share-text', 'share-url'].map((name) => searchParams.get(name)?.trim() ?? '');
  const said = (searchParams.get('say') ?? '').replace(/^web\+errand:(?:\/\/)?/u, '');
  return [...new Set([...shared, said])]
    .filter(Boolean)
    .join(' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, longestWords)
    .trim();
}
