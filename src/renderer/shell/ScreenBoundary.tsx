// When drawing a screen fails, the rest of the window stays, and the owner is told that nothing saved is lost.
import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { t } from '../../shared/messages/translate.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

export class ScreenBoundary extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false }

  static getDerivedStateFromError() {
    return { broke: true }
  }

  override render() {
    if (!this.state.broke) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          title={t('app.screenBroke')}
          actions={<Button onClick={() => this.setState({ broke: false })}>{t('app.showAgain')}</Button>}
        >
          {t('app.screenBrokeWhy')}
        </EmptyState>
      </div>
    )
  }
}
