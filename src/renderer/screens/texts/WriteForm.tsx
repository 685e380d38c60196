// The words to one person: filled in, open to change, and handed to the owner's program, the printer or the telephone.
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type TextChannel, textChannels } from '../../../shared/contract/texts.ts'
import { sayTextFields } from '../../../shared/messages/text-fields.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useStart } from '../../app/start.store.ts'
import { useToday } from '../../app/use-start.ts'
import { NamedFriendFields } from '../../features/referrals/NamedFriendFields.tsx'
import { useSend } from '../../features/texts/use-send.ts'
import type { Writing } from '../../features/texts/write-actions.ts'
import {
  beginWith,
  fillDraft,
  isTooLong,
  listTargets,
  sayClosed,
  sayGaps,
  startDraft,
  type WriteDraft,
} from '../../features/texts/write-draft.ts'
import { LogBox } from '../../features/touches/LogBox.tsx'
import shared from '../../ui/shared.module.css'
import { BeginWith } from './BeginWith.tsx'
import classes from './WriteDialog.module.css'

export function WriteForm({ person, facts, onClose }: Writing & { onClose(): void }) {
  const today = useToday()
  const shopName = useStart((state) => (state.status === 'ready' ? state.start.settings.shopName : ''))
  const allTexts = useLoaded('texts.list', {}).value ?? []
  const [draft, setDraft] = useState<WriteDraft>(() => startDraft(person))
  const bodyRef = useRef<HTMLTextAreaElement>(null)
  const beginRef = useRef<HTMLSelectElement>(null)
  // The dialog was open before there was anything to write in.
  useEffect(() => beginRef.current?.focus(), [])
  const values = sayTextFields(facts, { shopName, today })
  const words = fillDraft(draft, values)
  const gaps = sayGaps(words.gaps)
  const closed = sayClosed(person, facts.name, draft, today)
  const tooLong = closed === null && isTooLong(draft, words)
  const send = useSend({ person, name: facts.name, draft, words, gaps, tooLong, bodyRef, onClose })

  const set = (part: Partial<WriteDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    send.forgetSaid()
  }
  const choose = (channel: TextChannel) => {
    const to = listTargets(person, channel)[0] ?? ''
    const emptied = draft.isOwn ? draft : beginWith(draft, null, values)
    set({ ...emptied, channel, to, text: null })
  }
  return (
    <div className={shared.stackS4}>
      <SegmentedControl
        aria-label={t('texts.write.how')}
        value={draft.channel}
        data={textChannels.map((channel) => ({ value: channel, label: t(`texts.channels.${channel}`) }))}
        onChange={(channel) => choose(channel as TextChannel)}
      />
      <BeginWith
        selectRef={beginRef}
        value={draft.text}
        texts={allTexts.filter((text) => text.channel === draft.channel)}
        takesFocus
        onBegin={(text) => set(beginWith(draft, text, values))}
      />
      {draft.channel !== 'letter' && (
        <Target
          targets={listTargets(person, draft.channel)}
          value={draft.to}
          onChange={(to) => set({ to })}
        />
      )}
      {draft.channel === 'email' && (
        <TextInput
          label={t('texts.write.subject')}
          value={draft.subject}
          onChange={(event) => set({ subject: event.currentTarget.value, isOwn: true })}
        />
      )}
      <Textarea
        ref={bodyRef}
        label={t(`texts.write.body.${draft.channel}`)}
        autosize
        minRows={draft.channel === 'text' ? 4 : 8}
        maxRows={14}
        value={draft.body}
        onChange={(event) => set({ body: event.currentTarget.value, isOwn: true })}
      />
      <div role="status" className={classes.said}>
        {closed && <p className={shared.trouble}>{closed}</p>}
        {!closed && gaps && <p className={shared.trouble}>{gaps}</p>}
        {!closed && tooLong && <p>{t('texts.write.tooLong')}</p>}
        {draft.channel === 'letter' && listTargets(person, 'letter').length === 0 && !closed && (
          <p>{t('texts.write.noAddress')}</p>
        )}
        {send.said && send.said !== gaps && <p>{send.said}</p>}
      </div>
      {!closed && (
        <div className={shared.buttonsEnd}>
          {draft.channel === 'letter' && (
            <Button variant="subtle" onClick={() => void send.savePdf()}>
              {t('texts.write.savePdf')}
            </Button>
          )}
          <Button loading={send.isBusy} onClick={() => void send.send()}>
            {sayAction(draft, tooLong)}
          </Button>
        </div>
      )}
      {send.called && draft.channel === 'phone' && (
        <div>
          <p className={`${shared.quiet} ${shared.aboveS2}`}>{t('texts.write.called')}</p>
          <LogBox
            personId={person.id}
            dueSteps={person.nextSteps.filter((step) => step.dueOn <= today)}
            FriendFields={NamedFriendFields}
            focus="how"
            onLogged={onClose}
          />
        </div>
      )}
    </div>
  )
}

function sayAction({ channel, to }: WriteDraft, tooLong: boolean): string {
  switch (channel) {
    case 'email':
      return t(tooLong ? 'texts.write.copyMail' : 'texts.write.openMail')
    case 'text':
      return t(tooLong ? 'texts.write.copyText' : 'texts.write.openText')
    case 'letter':
      return t('texts.write.print')
    case 'phone':
      return t('texts.write.call', { number: to })
  }
}

interface TargetProps {
  targets: string[]
  value: string
  onChange(value: string): void
}

function Target({ targets, value, onChange }: TargetProps) {
  if (targets.length === 0) return null
  if (targets.length === 1)
    return (
      <p className={`${shared.wrap} ${classes.to}`}>
        <b>{t('texts.write.to')}</b> {value}
      </p>
    )
  return (
    <NativeSelect
      label={t('texts.write.to')}
      value={value}
      data={[...new Set(targets)]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
