// The corner of the header that says who is looking: a viewer who may sign in, or a person with a role and an area.

import { areaByCode } from '@onescreen/shared/geography';
import type { Person } from '@onescreen/shared/people';
import { roleOf } from '@onescreen/shared/people';
import type { JSX } from 'react';
import { useState } from 'react';
import { useHasServer } from '../backend/useHasServer.ts';
import { useText } from '../i18n/text.ts';
import { useNotice } from '../store/index.ts';
import { usePerson } from './permission.ts';
import { SignInDialog } from './SignInDialog.tsx';
import { signOut } from './signIn.ts';
import './people.css';

/** Nobody can sign in where there is no server to do it at. */
export function UserMenu(): JSX.Element | null {
  const { t } = useText();
  const person = usePerson();
  const [isAsking, setAsking] = useState(false);
  const hasServer = useHasServer();
  if (!hasServer) return null;
  if (person !== null) return <SignedIn person={person} />;
  return (
    <>
      <button
        type="button"
        className="button user-button"
        title={t('people.viewerHint')}
        onClick={() => setAsking(true)}
        data-testid="user-menu"
      >
        <span className="user-viewer">{t('people.viewer')} ·</span> {t('people.signIn')}
      </button>
      {isAsking && <SignInDialog onClose={() => setAsking(false)} />}
    </>
  );
}

/** The person's card hangs under the button: the browser's own popover, which Escape and a click elsewhere close. */
function SignedIn({ person }: { person: Person }): JSX.Element {
  const { t, name } = useText();
  const role = name(roleOf(person.role));
  return (
    <>
      <button
        type="button"
        className="button user-button"
        popoverTarget="user-card"
        title={`${t('people.menu')}: ${person.name}, ${role}`}
        data-testid="user-menu"
      >
        <b className="user-name" data-testid="user-name">
          {person.name}
        </b>
        <small>{role}</small>
      </button>
      <div id="user-card" className="user-card" popover="auto" data-testid="user-card">
        <b>{person.name}</b>
        <span>{t('people.role', { role })}</span>
        <span>{t('people.area', { area: name(areaByCode(person.area)) })}</span>
        <button type="button" className="button" onClick={() => void leave()} data-testid="sign-out">
          {t('people.signOut')}
        </button>
      </div>
    </>
  );
}

const leave = async (): Promise<void> => useNotice.setState({ notice: await signOut() });
