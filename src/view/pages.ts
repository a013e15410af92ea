import type { Component } from 'svelte';
import type { IconName } from './icons.ts';
import { strings } from './strings.ts';

/** A room of the app beside the tasks. Its code and its words come only when it is opened. */
export type Page = {
  id: string;
  name: string;
  icon: IconName;
  load: () => Promise<{ default: Component }>;
};

export const pages: readonly Page[] = [
  {
    id: 'lab',
    name: strings.pages.lab,
    icon: 'lab',
    load: () => import('./lab/LabPage.svelte'),
  },
  {
    id: 'sandbox',
    name: strings.pages.sandbox,
    icon: 'sandbox',
    load: () => import('./sandbox/SandboxPage.svelte'),
  },
  {
    id: 'guard',
    name: strings.pages.guard,
    icon: 'guard',
    load: () => import('./guard/GuardPage.svelte'),
  },
  {
    id: 'models',
    name: strings.pages.models,
    icon: 'models',
    load: () => import('./models/ModelsPage.svelte'),
  },
  {
    id: 'data',
    name: strings.pages.data,
    icon: 'data',
    load: () => import('./data/DataPage.svelte'),
  },
  {
    id: 'proof',
    name: strings.pages.proof,
    icon: 'proof',
    load: () => import('./proof/ProofPage.svelte'),
  },
  {
    id: 'transfer',
    name: strings.pages.transfer,
    icon: 'transfer',
    load: () => import('./transfer/TransferPage.svelte'),
  },
  {
    id: 'settings',
    name: strings.pages.settings,
    icon: 'settings',
    load: () => import('./settings/SettingsPage.svelte'),
  },
];

export function pageToHash(page: Pick<Page, 'id'>): string {
  return `#page/${page.id}`;
}

/** The page that the hash names, or null where it names tasks. What follows the id is the page's own. */
export function pageFromHash(hash: string): Page | null {
  const [kind, id] = hash.replace(/^#/, '').split('/');
  return kind === 'page' ? (pages.find((page) => page.id === id) ?? null) : null;
}
