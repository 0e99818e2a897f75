/**
 * 登录状态 — who is signed in, from the server; what this person may do; and what happens when the session ends: a dialog over the page,
 * which keeps everything that was typed.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Answer, ask, keepSession, onSessionEnd } from '../api/ask.js';
import { asProblem } from '../api/problem.js';
import { Loading, Trouble } from '../furniture/states.js';
import { SessionExpired } from './SessionExpired.js';
import { SignIn } from './SignIn.js';

export type Who = Answer<'whoAmI'>;
export type Permission = Who['permissions'][number];

const Session = createContext<Who | null>(null);

/** Only below `SignedIn`. */
export function useWho(): Who {
  const who = useContext(Session);
  if (who === null) throw new Error('nobody is signed in here');
  return who;
}

export function useMay(permission: Permission): boolean {
  return useWho().permissions.includes(permission);
}

export const whoKey = ['who'] as const;

export function SignedIn({ children }: { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  const who = useQuery({
    queryKey: whoKey,
    queryFn: async () => {
      const answer = await ask('whoAmI', {});
      keepSession(answer);
      return answer;
    },
    staleTime: 60_000,
    retry: false,
  });
  useEffect(() => onSessionEnd(() => setExpired(true)), []);
  const entered = (next: Who): void => {
    keepSession(next);
    if (who.data !== undefined && who.data.userId !== next.userId) {
      location.reload();
      return;
    }
    queries.setQueryData(whoKey, next);
    setExpired(false);
    void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  };

  if (who.data !== undefined)
    return (
      <Session.Provider value={who.data}>
        {children}
        {expired && <SessionExpired login={who.data.login} office={who.data.office.slug} onEntered={entered} />}
      </Session.Provider>
    );
  if (who.isPending) return <Loading what="登录状态" />;
  if (asProblem(who.error).kind === 'session') return <SignIn onEntered={entered} />;
  return <Trouble error={who.error} again={() => void who.refetch()} />;
}
