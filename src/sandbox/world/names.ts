/** Given names, dealt out so that no person of one split occurs in another. */
export const givenNames = {
  train:
    'Adam Alice Amir Anita Arthur Beatriz Ben Bianca Bruno Callum Carmen Cecilia Chloe Claude Clara Dana Dario Daniel Diego Edith Elena Emil Emma Erik Esther Fatima Felix Fiona Frank Gabriel Gita Greta Hannah Harold Hassan Helen Henry Ibrahim Ines Irene Isaac Ivan Jack Jamal James Jane Jasmin Joel Jonas Julia Karim Kate Kenji Kofi Kurt Laila Lars Laura Leo Linda Louis Lucia Luke Magda Marco Maria Martin Maya Mia Mike Milan Mina Nadia Naomi Nate Nora Oliver Olga Oscar Owen Pablo Paula Peter Priya Quentin Rachel Rafael Ravi Rita Robert Rosa Ruth Samir Sara Sean Simon Sofia Stefan Susan Tara Thomas Tina Umar Vera Victor Wanda Will Yara Yusuf Zoe'.split(
      ' ',
    ),
  dev: 'Agnes Alan Boris Camila Conrad Della Dmitri Elias Eva Flora George Gwen Hugo Ida Jorge Kira Lena Mateo Nina Omar Petra Ralph Selma Toby Ulla Vincent Willa Xavier Yvonne Zack'.split(
    ' ',
  ),
  test: 'Abel Astrid Basil Blanca Cyrus Cora Darius Delia Edgar Enid Faye Gideon Hattie Igor Imani Jonah Judith Kiran Lorna Magnus Mabel Nigel Odette Otto Pearl Quinn Ramona Rupert Sienna Silas Thea Ursula Vikram Wesley Winnie Yasmin'.split(
    ' ',
  ),
} as const;

export const familyNames = {
  train:
    'Abbott Alvarez Baker Barnes Becker Brook Carter Chen Cole Costa Cruz Dietrich Dixon Ellis Evans Farrow Fischer Flores Fox Garcia Grant Haas Hall Hart Hughes Ito Jansen Jensen Keller Kim King Klein Lang Lee Lindt Lopez Marsh Meyer Mills Mohan Moore Nash Novak Olsen Ortiz Park Patel Perez Price Quist Reed Rossi Roth Saito Schulz Shah Silva Smith Stone Tan Tanaka Torres Vance Vega Vogel Wagner Walsh Ward Weber West White Wolf Wong Wright Young Zimmer'.split(
      ' ',
    ),
  dev: 'Amsel Bishop Castro Doyle Eriksen Forbes Glass Holm Ivers Jonker Kane Lund Monroe Neri Oakley Prior Rowe Sand Thorn Ueda'.split(
    ' ',
  ),
  test: 'Ashby Bell Calder Drake Engel Finch Gorman Hale Ingram Juarez Kemp Lowe Madsen Norris Orton Peck Rhodes Slater Tilley Upton Voss Wilde York Zander'.split(
    ' ',
  ),
} as const;

export type Split = keyof typeof givenNames;
export const splits: readonly Split[] = ['train', 'dev', 'test'];
