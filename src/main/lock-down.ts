// What no page may do here: reach a network, ask for permissions, navigate away, open windows, attach a webview.
import { app, session } from 'electron'
import { appOrigin, devServer } from './serve-app.ts'

function isOurs(url: string): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith('devtools://')) return true
  if (devServer === undefined) return false
  const { protocol, host } = new URL(url)
  return ['http:', 'ws:'].includes(protocol) && host === new URL(devServer).host
}

/**
 * No name is ever looked up: Chromium's resolver would first probe a public server to learn whether IPv6 works.
 * Must run before the app is ready.
 */
export function resolveNoNames(): void {
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    `MAP * ~NOTFOUND${devServer ? ', EXCLUDE localhost' : ''}`,
  )
}

export function lockDown(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }))
  // Turned off alone, it still asks a server for its dictionary at the first start: it must have no language either.
  defaultSession.setSpellCheckerLanguages([])
  defaultSession.setSpellCheckerEnabled(false)
  // A proxy that cannot exist: whatever slips past the request filter has nowhere to go.
  void defaultSession.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://0.0.0.0:1',
    proxyBypassRules: devServer ? 'localhost' : '',
  })
  defaultSession.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
