import { beforeAll, describe, expect, it } from 'vitest';
import { looksForeign, prepareLanguages } from './language.ts';

describe('looksForeign', () => {
  beforeAll(async () => {
    expect(await prepareLanguages()).not.toBeNull();
  });

  it.each([
    'купить молоко',
    '牛乳を買う',
    'call mum, привет как дела сегодня',
    'Zahnarzt anrufen morgen um 9',
    'comprare il pane',
    'pagar la factura de la luz',
    'acheter du lait',
    'melk kopen',
  ])('takes “%s” for another language', async (text) => {
    expect(await looksForeign(text)).toBe(true);
  });

  it.each([
    'buy milk',
    'call Jürgen about the Wohnung',
    'pick up croissants',
    'order pad thai',
    'book Airbnb in Porto',
    'dentist tue 9am',
    'rent',
    'gym',
    '',
    '17:30!?',
  ])('takes “%s” for English', async (text) => {
    expect(await looksForeign(text)).toBe(false);
  });
});
