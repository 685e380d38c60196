// Texts you use again: each by the way it goes, to change, remove or add; three of ours to start with.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type MessageText, textChannels } from '../../../shared/contract/texts.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { TextDialog } from '../../features/texts/TextDialog.tsx'
import { addStarters, removeText, useTexts } from '../../features/texts/texts.store.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TextsScreen.module.css'

export function TextsScreen() {
  const { status, texts, error, load } = useTexts()
  const [editing, setEditing] = useState<MessageText | 'new' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    void load()
  }, [load])
  if (status === 'failed' && error) {
    return (
      <Screen title={t('texts.title')}>
        <EmptyState
          title={sayError(error)}
          actions={<Button onClick={() => void load()}>{t('touches.tryAgain')}</Button>}
        />
      </Screen>
    )
  }
  if (status !== 'ready') return <div aria-busy="true" />
  const isEmpty = texts.length === 0
  const add = (
    <Button ref={addRef} variant={isEmpty ? 'default' : 'filled'} onClick={() => setEditing('new')}>
      {t('texts.add')}
    </Button>
  )
  /** The row that had the focus goes: the button above takes it. */
  const remove = (id: number) =>
    void removeText(id).then((words) => {
      setProblem(words)
      addRef.current?.focus()
    })
  return (
    <Screen title={t('texts.title')} lead={t('texts.lead')} actions={isEmpty ? undefined : add}>
      {isEmpty ? (
        <EmptyState
          title={t('texts.empty.title')}
          actions={
            <>
              <Button onClick={() => void addStarters().then(setProblem)}>{t('texts.empty.starters')}</Button>
              {add}
            </>
          }
        >
          {t('texts.empty.words')}
        </EmptyState>
      ) : (
        <div className={classes.parts}>
          {textChannels.map((channel) => (
            <Group
              key={channel}
              title={t(`texts.groups.${channel}`)}
              texts={texts.filter((text) => text.channel === channel)}
              onEdit={setEditing}
              onRemove={remove}
            />
          ))}
        </div>
      )}
      <Refusal words={problem} className={shared.trouble} />
      {editing && <TextDialog text={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Screen>
  )
}

interface GroupProps {
  title: string
  texts: MessageText[]
  onEdit(text: MessageText): void
  onRemove(id: number): void
}

function Group({ title, texts, onEdit, onRemove }: GroupProps) {
  if (texts.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={shared.title}>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text.id} className={classes.row}>
            <div className={shared.grow}>
              <p className={`${shared.strong} ${shared.wrap}`}>{text.name}</p>
              <p className={`${shared.oneLine} ${shared.lesser}`}>{text.subject || text.body}</p>
            </div>
            <div className={classes.actions}>
              <Button
                variant="default"
                size="sm"
                aria-label={t('texts.editLabel', { name: text.name })}
                onClick={() => onEdit(text)}
              >
                {t('texts.edit')}
              </Button>
              <Button
                variant="subtle"
                size="sm"
                aria-label={t('texts.removeLabel', { name: text.name })}
                onClick={() => onRemove(text.id)}
              >
                {t('texts.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
