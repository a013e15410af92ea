/** The lexical pieces of one call's line. A string token holds its decoded value. */
export type Token =
  | { kind: 'name'; text: string }
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'mark'; text: '(' | ')' | '=' | ',' | '[' | ']' | '{' | '}' | ':' };

const pattern =
  /[ \t]*(?:(?<name>[a-z_][a-z0-9_]*)|(?<string>"(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|(?<number>-?\d{1,15}(?:\.\d{1,15})?)(?![\w.])|(?<mark>[()=,[\]{}:]))/uy;

/** The tokens of a line, or null where some character fits none of them. */
export function lex(line: string): Token[] | null {
  const tokens: Token[] = [];
  const source = line.trimEnd();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const groups = pattern.exec(source)?.groups;
    if (groups === undefined) return null;
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf(groups: { [group: string]: string | undefined }): Token {
  if (groups['name'] !== undefined) return { kind: 'name', text: groups['name'] };
  if (groups['string'] !== undefined) return { kind: 'string', value: String(JSON.parse(groups['string'])) };
  if (groups['number'] !== undefined) return { kind: 'number', value: Number(groups['number']) };
  return { kind: 'mark', text: groups['mark'] as '(' };
}
