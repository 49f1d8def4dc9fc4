// Who came, who was not let in, who went: written down, and counted.
import type { Person } from '@onescreen/shared/people';
import type { Clock } from '../clock.ts';
import type { SignIn, Store } from '../store/index.ts';

export interface SignInBook {
  signedIn(person: Person): Promise<void>;
  /** `name`: whom they said to be, where they said so. */
  refused(name: string | null): Promise<void>;
  signedOut(person: Person): Promise<void>;
}

export function createSignInBook(store: Store, clock: Clock, count: (what: SignIn['what']) => void): SignInBook {
  const note = (what: SignIn['what'], who: Pick<SignIn, 'name' | 'role' | 'area'>): Promise<void> => {
    count(what);
    return store.noteSignIn({ atMs: clock.now(), what, ...who });
  };
  const of = ({ name, role, area }: Person) => ({ name, role, area });
  return {
    signedIn: (person) => note('signed-in', of(person)),
    refused: (name) => note('refused', { name, role: null, area: null }),
    signedOut: (person) => note('signed-out', of(person)),
  };
}
