// Mantine's theme from our tokens, so that no component sets a colour of its own.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Bottle green; shade 7 is the accent on paper, shade 3 the accent in the dark. */
const green: MantineColorsTuple = [
  '#eef6f1',
  '#dcebe2',
  '#b5d6c3',
  '#7fc3a0',
  '#64ab88',
  '#4c9573',
  '#397f5f',
  '#2c6a4f',
  '#245a42',
  '#1b4733',
]

export const theme = createTheme({
  fontFamily: '"Atkinson Hyperlegible Next", system-ui, sans-serif',
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { green },
  defaultRadius: 8,
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})

export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-border': 'var(--rule-strong)',
    '--mantine-color-placeholder': 'var(--quiet)',
  }
  return { variables: {}, light: shared, dark: shared }
}
