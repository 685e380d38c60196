// Writes down a name that was missing: a small button that opens the line asking for it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { emptyFriend, readFriend } from '../../../shared/rules/touches/named-friend.ts'
import { send } from '../../api/send.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { NamedFriendFields } from './NamedFriendFields.tsx'
import classes from './WriteName.module.css'

/** `id`: the referral without a friend. */
export function WriteName({ id, referrerId }: { id: number; referrerId: number }) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(emptyFriend)
  const [problem, setProblem] = useState<string | null>(null)

  async function save() {
    const failure = await send('referrals.nameFriend', { id, friend: readFriend(draft) })
    setProblem(failure)
    if (failure === null) setOpen(false)
  }

  if (!open) {
    return (
      <button
        type="button"
        className={`${shared.link} ${shared.strong} ${classes.open}`}
        onClick={() => setOpen(true)}
      >
        {t('referrals.writeName')}
      </button>
    )
  }
  return (
    <div className={`${shared.stackS2} ${shared.belowS2}`}>
      <NamedFriendFields
        referrerId={referrerId}
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        autoFocus
        onEnter={() => void save()}
        onSkip={() => setOpen(false)}
      />
      <Refusal words={problem} />
      <div className={classes.buttons}>
        <Button size="sm" onClick={() => void save()}>
          {t('referrals.ask.save')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setOpen(false)}>
          {t('referrals.ask.cancel')}
        </Button>
      </div>
    </div>
  )
}
