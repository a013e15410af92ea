import { CorrectionBook } from './agent/corrections/correction-book.ts';
import { correctionRows } from './agent/corrections/correction-rows.ts';
import { CorrectionWatch } from './agent/corrections/correction-watch.ts';
import type { Correction } from './core/correction.ts';
import type { RunView } from './core/run-view.ts';
import type { Store } from './store/repository.ts';
import type { CorrectionsDoor } from './view/settings/corrections-door.ts';
import type { WiredGuard } from './wire-guard.ts';

export const correctionsKey = 'corrections';

export type WiredCorrections = {
  book: CorrectionBook;
  door: CorrectionsDoor;
  /** Each run that has ended, in order. The correction, where it made one. */
  ended: (run: RunView) => Promise<Correction | null>;
  /** The person says that this run was not what they meant. */
  doubt: (run: RunView) => void;
};

/** A person's corrections: kept in the settings, compared by the guard's vectors. */
export function wireCorrections(store: Store, guard: WiredGuard | null, newId: () => string): WiredCorrections {
  const book = new CorrectionBook(
    {
      read: async () => {
        const kept = await store.readSetting(correctionsKey);
        return kept.ok ? kept.value : undefined;
      },
      write: async (corrections) => {
        await store.writeSetting(correctionsKey, corrections);
      },
    },
    guard?.encode ?? (() => Promise.resolve(null)),
    guard?.vectorOf ?? '',
  );
  const watch = new CorrectionWatch();
  store.subscribe((change) => {
    const whole = change.kind === 'erased' || change.kind === 'replaced';
    if (whole || (change.kind === 'setting' && change.key === correctionsKey)) void book.open();
  });
  void book.open();
  return {
    book,
    door: {
      list: async () => {
        await book.open();
        return book.list().toReversed();
      },
      forget: (ids) => book.forget(ids),
      rows: () => correctionRows(book.list()),
    },
    ended: async (run) => {
      const pair = watch.ended(run);
      return pair === null ? null : book.add(newId(), pair);
    },
    doubt: (run) => {
      watch.doubt(run);
    },
  };
}
