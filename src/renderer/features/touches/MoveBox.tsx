// Gives a touch to the person it really happened with: two letters of the name, Enter.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Touch } from '../../../shared/contract/touches.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import classes from './TouchTimeline.module.css'

export function MoveBox({ touch, onClose }: { touch: Touch; onClose(): void }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <section
      className={classes.move}
      aria-label={t('touches.move.action')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <PersonPicker
        label={t('touches.move.whom')}
        value={null}
        autoFocus
        onPick={(person) => {
          if (person) void send('touches.move', { id: touch.id, personId: person.id }).then(setRefusal)
        }}
      />
      <Button size="sm" variant="default" onClick={onClose}>
        {t('touches.cancel')}
      </Button>
      <Refusal words={refusal} />
    </section>
  )
}
