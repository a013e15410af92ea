import { tasksListsRunsSettings } from './0001-tasks-lists-runs-settings.ts';
import { sync } from './0002-sync.ts';
import type { Migration } from './migration.ts';

/** In order, each once, never changed after a release. The last one's version is the database's. */
export const allMigrations: readonly Migration[] = [tasksListsRunsSettings, sync];
