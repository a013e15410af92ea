import { success } from '../../core/outcome.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';

/** The parts that the patterns cut out of a sentence; null where none of them fits. */
type Reading =
  | { kind: 'send' | 'request'; name: string; amount: string; note: string; isPrivate: boolean }
  | { kind: 'top-up'; amount: string; card: string };

const amountPattern = /\$?(\d[\d,]*(?:\.\d{1,2})?)/;

/** A few patterns over plain wordings: what a form with three fields would understand. */
export function readByPattern(instruction: string): Reading | null {
  const amount = amountPattern.exec(instruction)?.[1]?.replaceAll(',', '');
  if (amount === undefined) return null;
  if (/top up|add|load|wallet/i.test(instruction)) {
    const card = /(\w+) card/i.exec(instruction)?.[1];
    return card === undefined ? null : { kind: 'top-up', amount, card };
  }
  const name = /\b(?!I\b)([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b/.exec(
    instruction.replace(/^\w+/, (word) => word.toLowerCase()),
  )?.[1];
  const kind = /\b(request|ask|charge|bill|collect|owes me)\b/i.test(instruction) ? 'request' : 'send';
  const note = / for (?!\$?\d)([\w ]+?)(?:,|$| \(|\.|\?)/.exec(instruction)?.[1] ?? '';
  return name === undefined ? null : { kind, name, amount, note, isPrivate: /privat/i.test(instruction) };
}

/** The baseline: one script for the whole errand, written before anything is seen. */
export function patternAgent(): SandboxAgent {
  let steps: string[] = [];
  return {
    id: 'pattern',
    begin: (instruction) => {
      const reading = readByPattern(instruction);
      steps = reading === null ? [] : [script(reading)];
    },
    next: () => {
      const action = steps.shift();
      if (action === undefined) return Promise.resolve(null);
      return Promise.resolve(success({ perception: null, thought: 'The sentence fits a pattern.', action }));
    },
  };
}

function script(reading: Reading): string {
  const open = [
    'details = apis.supervisor.show_passwords(app_name="wallet")',
    'token = apis.wallet.login(**details)["access_token"]',
  ];
  const end = 'apis.supervisor.complete_task()';
  if (reading.kind === 'top-up') {
    const wanted = JSON.stringify(reading.card.toLowerCase());
    const card = reading.card.toLowerCase() === 'default' ? 'card["default"]' : `card["name"] == ${wanted}`;
    return [
      ...open,
      `card = [card for card in apis.wallet.show_cards(access_token=token)["rows"] if ${card}][0]`,
      `apis.wallet.add_balance(amount=${reading.amount}, card_id=card["id"], access_token=token)`,
      end,
    ].join('\n');
  }
  const call = reading.kind === 'send' ? 'send_money' : 'request_money';
  const note = reading.note === '' ? '' : `note=${JSON.stringify(reading.note)}, `;
  return [
    ...open,
    `person = apis.wallet.search_users(query=${JSON.stringify(reading.name)}, access_token=token)["rows"][0]`,
    `apis.wallet.${call}(user_id=person["id"], amount=${reading.amount}, ${note}private=${reading.isPrivate ? 'True' : 'False'}, access_token=token)`,
    end,
  ].join('\n');
}
