// The only thing the page gets from outside: call, events, and tokens for dropped files.
import { contextBridge, ipcRenderer, webUtils } from 'electron'

contextBridge.exposeInMainWorld(
  'regulars',
  Object.freeze({
    call: (name: string, input: unknown, commandId?: string): Promise<unknown> =>
      ipcRenderer.invoke('call', name, input, commandId),
    onEvent(listener: (event: unknown) => void): () => void {
      const receive = (_event: unknown, event: unknown) => listener(event)
      ipcRenderer.on('event', receive)
      return () => ipcRenderer.off('event', receive)
    },
    grantDropped: (file: File): Promise<unknown> =>
      ipcRenderer.invoke('grant-dropped', webUtils.getPathForFile(file)),
  }),
)
