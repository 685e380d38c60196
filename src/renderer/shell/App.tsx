// Providers around the shell, and the choice between it and why the file did not open.
import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useStart } from '../app/start.store.ts'
import { resolveVariables, theme } from '../ui/theme.ts'
import { AppShell } from './AppShell.tsx'
import { StartFailure } from './StartFailure.tsx'

export function App({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Root />
    </MantineProvider>
  )
}

/** Drawn anew when settings change, so that language, currency and theme hold at once. */
function Root() {
  const state = useStart()
  const { setColorScheme } = useMantineColorScheme()
  const chosen = state.status === 'ready' ? state.start.settings.theme : null
  useEffect(() => {
    if (chosen) setColorScheme(chosen === 'system' ? 'auto' : chosen)
  }, [chosen, setColorScheme])
  return state.status === 'failed' ? (
    <StartFailure error={state.error} />
  ) : (
    <AppShell ready={state.status === 'ready'} />
  )
}
