// Providers around the shell.
import { MantineProvider } from '@mantine/core'
import { resolveVariables, theme } from '../theme.ts'
import { AppShell } from './AppShell.tsx'

export function App({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <AppShell />
    </MantineProvider>
  )
}
