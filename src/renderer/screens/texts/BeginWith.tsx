// The text a letter or a message begins with, and the way to all of them.
import { Button, NativeSelect } from '@mantine/core'
import type { RefObject } from 'react'
import type { MessageText } from '../../../shared/contract/texts.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import classes from './WriteDialog.module.css'

interface BeginWithProps {
  selectRef: RefObject<HTMLSelectElement | null>
  /** Null for a blank page. */
  value: MessageText | null
  texts: MessageText[]
  /** Where a dialog puts the focus once it has settled. */
  takesFocus: boolean
  onBegin(text: MessageText | null): void
}

export function BeginWith({ selectRef, value, texts, takesFocus, onBegin }: BeginWithProps) {
  const goTo = useApp((state) => state.goTo)
  return (
    <div className={classes.begin}>
      <NativeSelect
        ref={selectRef}
        data-autofocus={takesFocus || undefined}
        label={t('texts.write.with')}
        value={value ? String(value.id) : ''}
        data={[
          { value: '', label: t('texts.write.blank') },
          ...texts.map((text) => ({ value: String(text.id), label: text.name })),
        ]}
        onChange={(event) => {
          const id = Number(event.currentTarget.value)
          onBegin(texts.find((text) => text.id === id) ?? null)
        }}
      />
      <Button variant="subtle" size="sm" onClick={() => goTo({ name: 'texts' })}>
        {t('texts.write.manage')}
      </Button>
    </div>
  )
}
