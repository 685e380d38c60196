// Where a person comes from, in words; when somebody named them, who that was, changed and taken back where it stands.
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { readSource, saySource } from '../../../shared/messages/say-source.ts'
import { t } from '../../../shared/messages/translate.ts'
import { foldText } from '../../../shared/rules/people/fold-text.ts'
import { send } from '../../api/send.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { Fact } from '../../features/people/Facts.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './SourceField.module.css'

/** Owners write it in several ways: referral, referred by … */
function meansReferral(source: string): boolean {
  const words = foldText(source)
  return t('referrals.sourceWords')
    .split('|')
    .some((start) => words.startsWith(foldText(start)))
}

export function SourceField({ person }: { person: PersonRecord }) {
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const given = person.referrals.namedBy[0] ?? null

  async function save(source: string): Promise<string | null> {
    const failure = await send('people.edit', { id: person.id, changes: { source: readSource(source) } })
    if (failure === null && given === null && meansReferral(source)) setAsking(true)
    return failure
  }

  async function link(referrerId: number) {
    const failure = await send('referrals.linkReferrer', {
      personId: person.id,
      referrerId,
      replaces: given?.id ?? null,
    })
    setProblem(failure)
    if (failure === null) setAsking(false)
  }

  return (
    <Fact label={t('people.facts.source')}>
      {asking ? (
        // Text alone: closing the field would take the focus from the picker.
        saySource(person.source)
      ) : (
        <EditInPlace
          label={t('people.facts.source')}
          value={saySource(person.source)}
          placeholder={t('people.facts.sourceHint')}
          suggestions={[t('referrals.source')]}
          onSave={save}
        />
      )}
      {given && !asking && (
        <p className={classes.named}>
          {t('referrals.person.namedBy')}{' '}
          <PersonLink id={given.referrer.id}>{personName(given.referrer)}</PersonLink>
        </p>
      )}
      {asking ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the picker from any place in it
        <div
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsking(false)
          }}
        >
          <PersonPicker
            label={t('referrals.person.whoNamed')}
            value={null}
            onPick={(picked) => {
              if (picked) void link(picked.id)
            }}
            autoFocus
          />
          <button type="button" className={`${shared.link} ${shared.small}`} onClick={() => setAsking(false)}>
            {t('referrals.person.cancel')}
          </button>
        </div>
      ) : (
        <div className={classes.links}>
          <button type="button" className={`${shared.link} ${shared.small}`} onClick={() => setAsking(true)}>
            {given ? t('referrals.person.change') : t('referrals.person.whoNamed')}
          </button>
          {given && (
            <button
              type="button"
              className={`${shared.link} ${shared.small}`}
              onClick={() => void send('referrals.unlinkReferrer', { id: given.id }).then(setProblem)}
            >
              {t('referrals.person.remove')}
            </button>
          )}
        </div>
      )}
      <Refusal words={problem} className={classes.problem} />
    </Fact>
  )
}
