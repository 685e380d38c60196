// Texts you use again: each by the way it goes, to change, remove or add; three of ours to start with.
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { type MessageText, textChannels } from '../../../shared/contract/texts.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { addStarters } from '../../features/texts/add-starters.ts'
import { TextDialog } from '../../features/texts/TextDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TextsScreen.module.css'

export function TextsScreen() {
  const list = useLoaded('texts.list', {})
  const [editing, setEditing] = useState<MessageText | 'new' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  if (list.error) return <NotRead title={t('texts.title')} parts={[list]} />
  const texts = list.value
  if (!texts) return <div aria-busy="true" />
  const isEmpty = texts.length === 0
  const add = (
    <Button ref={addRef} variant={isEmpty ? 'default' : 'filled'} onClick={() => setEditing('new')}>
      {t('texts.add')}
    </Button>
  )
  /** The row that had the focus goes: the button above takes it. */
  const remove = (id: number) =>
    void send('texts.remove', { id }).then((words) => {
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
