// Mounts the app: policy for Mantine's styles first, then the providers.
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import './ui/trusted-styles.ts'
import './ui/styles.ts'
import { loadAhead, queryClient } from './api/queries.ts'
import { begin } from './app/start.store.ts'
import { App } from './shell/App.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(nonce)
// Asked before anything is drawn: the file opens while the frame is painted.
void begin()
// Today opens the program: its answer is there when the first screen is drawn.
loadAhead('today.get', { more: 0 })
loadAhead('referrals.thanksOwed', {})
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queryClient}>
    <App nonce={nonce} />
  </QueryClientProvider>,
)
