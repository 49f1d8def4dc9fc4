// 审计: who did what and when, with what came of it; and who signed in. For those whose duty it is; others are told whom to ask.
import type { JSX } from 'react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { usePerson } from '../../people/permission.ts';
import { Choice } from '../Choice.tsx';
import { DeedsPart } from './DeedsPart.tsx';
import { SignInsPart } from './SignInsPart.tsx';
import './audit.css';

const PARTS = ['deeds', 'signIns'] as const;

export function AuditBoard({ run }: { run: string }): JSX.Element {
  const { t } = useText();
  const [part, setPart] = useState<(typeof PARTS)[number]>('deeds');
  // Whoever signs in asks again: what one person may see is not kept for the next.
  const person = usePerson();
  const who = person === null ? '' : `${person.name}/${person.role}/${person.area}`;
  const choice = (
    <Choice
      label={t('boards.audit')}
      options={PARTS}
      chosen={part}
      word={(one) => t(`auditBoard.${one}`)}
      onChoose={setPart}
      testId={(one) => `audit-${one}`}
    />
  );
  return part === 'deeds' ? (
    <DeedsPart key={who} run={run} who={who} choice={choice} />
  ) : (
    <SignInsPart key={who} who={who} choice={choice} />
  );
}
