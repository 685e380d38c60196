// In place of a screen that could not be read: why, and the way to try once more.
import { Button } from '@mantine/core'
import { sayError, t } from '../../shared/messages/translate.ts'
import type { Loaded } from '../api/queries.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'

/** `parts`: all that the screen reads; at least one of them has failed. */
export function NotRead({ title, parts }: { title: string; parts: readonly Loaded<unknown>[] }) {
  const failed = parts.filter((part) => part.error !== null)
  const tryAgain = () => {
    for (const part of failed) part.again()
  }
  return (
    <Screen title={title}>
      <EmptyState
        title={failed[0]?.error ? sayError(failed[0].error) : ''}
        actions={<Button onClick={tryAgain}>{t('touches.tryAgain')}</Button>}
      />
    </Screen>
  )
}
