/** The type of what the service worker tells the page when a notification was pressed. */
export const ringMessage = 'errand-reminder';

export type RingAnswer = { taskId: string; action: 'open' | 'done' | 'snooze' };

export type RingNote = { taskId: string; title: string; body: string; done: string; snooze: string };

/** The browser's notifications. */
export type Ringer = {
  /** `none` where the browser has no notifications. */
  permission(): NotificationPermission | 'none';
  /** Has the browser ask the person; must follow from a click or a key. */
  ask(): Promise<NotificationPermission | 'none'>;
  /** True in the one tab that rings for all. */
  leads(): boolean;
  /** Without permission nothing is shown. */
  ring(note: RingNote): Promise<void>;
  /** Takes the notification of a task away. */
  hush(taskId: string): Promise<void>;
  /** What was pressed on a notification; returns how to stop listening. */
  onAnswer(answer: (answer: RingAnswer) => void): () => void;
};
