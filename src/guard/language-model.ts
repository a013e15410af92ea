import { eld } from 'eld/medium';

/** How much a text is like each language, by its code (`en`, `de`); from 0 to 1. */
export type LanguageScores = (text: string) => { readonly [language: string]: number };

/** A module of its own, so that its n-grams come as a file of their own, after the models. */
export const languageScores: LanguageScores = (text) => eld.detect(text).getScores();
