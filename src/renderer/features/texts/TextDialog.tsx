// One text used again: its name, the way it goes, and its words, with the fields beside them to put in.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type MessageText, type TextChannel, textChannels } from '../../../shared/contract/texts.ts'
import { formatList } from '../../../shared/messages/format.ts'
import { listFieldNames } from '../../../shared/messages/text-fields.ts'
import { t } from '../../../shared/messages/translate.ts'
import { findUnknownFields } from '../../../shared/rules/texts/fill-text.ts'
import { send } from '../../api/send.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TextDialog.module.css'

interface TextDialogProps {
  /** Null for a new one. */
  text: MessageText | null
  onClose(): void
}

const blank = { name: '', channel: 'email' as TextChannel, subject: '', body: '' }

export function TextDialog({ text, onClose }: TextDialogProps) {
  const [typed, setTyped] = useState(() => {
    const { name, channel, subject, body } = text ?? blank
    return { name, channel, subject, body }
  })
  const [problem, setProblem] = useState<string | null>(null)
  const uid = useRef(crypto.randomUUID())
  const saving = useRef(false)
  const bodyRef = useRef<HTMLTextAreaElement>(null)
  const names = listFieldNames()
  const unknown = findUnknownFields(`${typed.subject}\n${typed.body}`, names)
  const warning =
    unknown.length > 0
      ? t('texts.editor.unknown', { fields: formatList(unknown.map((name) => `{${name}}`)) })
      : null

  const set = (part: Partial<typeof typed>) => {
    setTyped((before) => ({ ...before, ...part }))
    setProblem(null)
  }

  /** Where the cursor is in the text, which then has the focus again. */
  function insert(name: string) {
    const box = bodyRef.current
    if (!box) return
    const [from, to] = [box.selectionStart, box.selectionEnd]
    const field = `{${name}}`
    // At once: a key pressed before the next frame would otherwise press the field's button again.
    flushSync(() => set({ body: `${typed.body.slice(0, from)}${field}${typed.body.slice(to)}` }))
    box.focus()
    box.setSelectionRange(from + field.length, from + field.length)
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    if (saving.current) return
    if (warning !== null) {
      setProblem(warning)
      return bodyRef.current?.focus()
    }
    saving.current = true
    const refusal = text
      ? await send('texts.edit', { id: text.id, ...typed })
      : await send('texts.add', { texts: [{ uid: uid.current, ...typed }] })
    saving.current = false
    if (refusal) setProblem(refusal)
    else onClose()
  }

  return (
    <Dialog onClose={onClose} title={t(text ? 'texts.editor.change' : 'texts.editor.new')} size={820}>
      <form className={shared.stackS4} onSubmit={(event) => void save(event)}>
        <div className={classes.row}>
          <TextInput
            label={t('texts.editor.name')}
            placeholder={t('texts.editor.nameHint')}
            data-autofocus
            value={typed.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('texts.editor.channel')}
            value={typed.channel}
            data={textChannels.map((channel) => ({ value: channel, label: t(`texts.channels.${channel}`) }))}
            onChange={(event) => set({ channel: event.currentTarget.value as TextChannel })}
          />
        </div>
        {typed.channel === 'email' && (
          <TextInput
            label={t('texts.editor.subject')}
            value={typed.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
        )}
        <div className={classes.text}>
          <Textarea
            ref={bodyRef}
            label={t('texts.editor.body')}
            autosize
            minRows={10}
            maxRows={16}
            value={typed.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
          <Fields names={names} onInsert={insert} />
        </div>
        <p role="status" className={classes.warning}>
          {problem ?? warning}
        </p>
        <div className={shared.buttonsEnd}>
          <Button variant="default" onClick={onClose}>
            {t('texts.editor.cancel')}
          </Button>
          <Button type="submit">{t('texts.editor.save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Fields({ names, onInsert }: { names: string[]; onInsert(name: string): void }) {
  return (
    <fieldset className={`${shared.chips} ${classes.fields}`}>
      <legend>{t('texts.editor.fields')}</legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.field}
          aria-label={t('texts.editor.insert', { field: name })}
          onClick={() => onInsert(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
