import { ringMessage, type RingAnswer, type RingNote, type Ringer } from './view/reminders/ringer.ts';

const lockName = 'errand-reminders';
const tagOf = (taskId: string): string => `reminder ${taskId}`;

/** The browser's notifications, with buttons where a service worker shows them, and one tab that rings for all. */
export function openRinger(): Ringer {
  const isThere = 'Notification' in globalThis;
  const listeners = new Set<(answer: RingAnswer) => void>();
  const answer = (given: RingAnswer): void => {
    for (const listener of listeners) listener(given);
  };
  const shown = new Map<string, Notification>();
  const leads = followLead();
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  container?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const given = readAnswer(data);
    if (given !== null) answer(given);
  });
  const registered = async (): Promise<ServiceWorkerRegistration | undefined> => container?.getRegistration();

  return {
    permission: () => (isThere ? Notification.permission : 'none'),
    ask: async () => (isThere ? Notification.requestPermission() : 'none'),
    leads,
    ring: async (note) => {
      if (!isThere || Notification.permission !== 'granted') return;
      const registration = await registered();
      if (registration?.active != null) await registration.showNotification(note.title, optionsOf(note));
      else shown.set(note.taskId, showPlain(note, answer));
    },
    hush: async (taskId) => {
      shown.get(taskId)?.close();
      shown.delete(taskId);
      if (!isThere || Notification.permission !== 'granted') return;
      const notes = await (await registered())?.getNotifications({ tag: tagOf(taskId) });
      for (const note of notes ?? []) note.close();
    },
    onAnswer: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The tab that holds the lock rings; when it goes, the next one in line does. */
function followLead(): () => boolean {
  if (!('locks' in navigator)) return () => true;
  let leads = false;
  void navigator.locks.request(lockName, () => {
    leads = true;
    return new Promise(() => undefined);
  });
  return () => leads;
}

type ActionOptions = NotificationOptions & { actions: readonly { action: string; title: string }[] };

function optionsOf({ taskId, body, done, snooze }: RingNote): ActionOptions {
  return {
    body,
    tag: tagOf(taskId),
    data: { taskId },
    icon: './icons/icon-192.png',
    actions: [
      { action: 'done', title: done },
      { action: 'snooze', title: snooze },
    ],
  };
}

/** Without a service worker there are no buttons on it; a press opens the page. */
function showPlain({ taskId, title, body }: RingNote, answer: (answer: RingAnswer) => void): Notification {
  const note = new Notification(title, { body, tag: tagOf(taskId) });
  note.onclick = () => {
    window.focus();
    note.close();
    answer({ taskId, action: 'open' });
  };
  return note;
}

function readAnswer(data: unknown): RingAnswer | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== ringMessage) return null;
  const taskId = 'taskId' in data && typeof data.taskId === 'string' ? data.taskId : null;
  if (taskId === null) return null;
  const action = 'action' in data ? data.action : null;
  return { taskId, action: action === 'done' || action === 'snooze' ? action : 'open' };
}
