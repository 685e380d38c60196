// A stretched language nobody speaks: what it does not reach on a screen is not in the catalogue.

interface Catalogue {
  [key: string]: string | Catalogue
}

const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  n: 'ñ',
  c: 'ç',
}

/** Line by line, because each is shown by itself. */
function stretch(text: string): string {
  return text.split('\n').map(stretchLine).join('\n')
}

/** Accents every letter outside {{facts}} and adds a third to the length, as German would. */
function stretchLine(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part) =>
      part.startsWith('{{')
        ? part
        : part.replaceAll(/[aeiouAEIOUnc]/g, (letter) => accents[letter] ?? letter),
    )
    .join('')
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`
}

export function makePseudo<Tree extends object>(catalogue: Tree): Tree {
  const out: Catalogue = {}
  for (const [key, value] of Object.entries(catalogue as Catalogue)) {
    out[key] = typeof value === 'string' ? stretch(value) : (makePseudo(value) as Catalogue)
  }
  return out as Tree
}
