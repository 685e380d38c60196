// Mantine's theme from our tokens, so that no component sets a colour, a radius or a size of its own.
import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

// Mantine mixes from palettes of ten: paper to ink, the dark's ink to its depth, the accent, and clay for trouble.
const gray: MantineColorsTuple = [
  '#f6f1e9',
  '#efe9de',
  '#e6dfd3',
  '#dcd4c6',
  '#cfc6b7',
  '#a89f92',
  '#6b645a',
  '#5a534a',
  '#3f3a33',
  '#23201b',
]
const dark: MantineColorsTuple = [
  '#ece6db',
  '#cfc8bb',
  '#a8a093',
  '#8f8779',
  '#524b41',
  '#35312b',
  '#24211d',
  '#1c1a17',
  '#161412',
  '#100f0d',
]
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
const red: MantineColorsTuple = [
  '#f6e9df',
  '#f0d8c7',
  '#e8bd9f',
  '#de9a6c',
  '#cf7f4b',
  '#bd6934',
  '#a8562a',
  '#a04f25',
  '#84411f',
  '#6a3418',
]

const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colors, color: 'var(--accent-ink)' } : colors
}

const buttonSizes: Record<string, Record<string, string>> = {
  md: { '--button-padding-x': '14px', '--button-height': '40px' },
  sm: { '--button-padding-x': '12px', '--button-height': '36px' },
}

const field = { defaultProps: { size: 'md' } }

export const theme = createTheme({
  fontFamily: '"Atkinson Hyperlegible Next", system-ui, sans-serif',
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 3 },
  colors: { gray, dark, green, red },
  variantColorResolver: variantColors,
  white: '#fffdf9',
  black: '#23201b',
  defaultRadius: 8,
  radius: { xs: '4px', sm: '8px', md: '8px', lg: '8px', xl: '999px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  lineHeights: { md: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.2' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Autocomplete: field,
    Button: {
      defaultProps: { size: 'md' },
      // Beside fields of the same size, as high as they are; the compact ones keep Mantine's.
      vars: (_: unknown, { size }: ButtonProps) => ({ root: buttonSizes[size as string] ?? {} }),
    },
    Checkbox: field,
    Chip: field,
    DateInput: field,
    DatePickerInput: field,
    NumberInput: field,
    InputWrapper: { styles: { label: { marginBottom: '4px', fontWeight: 600 } } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { duration: 0 },
        padding: 'lg',
      },
      styles: {
        title: { fontSize: '20px', fontWeight: 600 },
        // What Tab comes to stays above the buttons at the foot.
        content: { border: '1px solid var(--rule)', scrollPaddingBottom: '96px' },
      },
    },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.4 } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    NativeSelect: field,
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Radio: field,
    SegmentedControl: field,
    Select: field,
    Switch: field,
    Textarea: field,
    TextInput: field,
    TimeInput: field,
  },
})

const colors = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--clay)',
  '--mantine-color-success': 'var(--accent)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rule-strong)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--rule)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
  ...hueVariables('green', 'accent'),
  ...hueVariables('red', 'clay'),
}

function hueVariables(name: string, token: 'accent' | 'clay'): Record<string, string> {
  const strong = token === 'accent' ? 'var(--accent-strong)' : 'var(--clay)'
  return {
    [`--mantine-color-${name}-text`]: `var(--${token})`,
    [`--mantine-color-${name}-filled`]: `var(--${token})`,
    [`--mantine-color-${name}-filled-hover`]: strong,
    [`--mantine-color-${name}-light`]: `var(--${token}-wash)`,
    [`--mantine-color-${name}-light-hover`]: `var(--${token}-wash)`,
    [`--mantine-color-${name}-light-color`]: `var(--${token})`,
    [`--mantine-color-${name}-outline`]: `var(--${token})`,
    [`--mantine-color-${name}-outline-hover`]: `var(--${token}-wash)`,
  }
}

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: colors, dark: colors })
