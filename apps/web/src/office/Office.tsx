/** 办公端 — everything behind the sign-in. */
import type { ReactNode } from 'react';
import { Proofs } from './act.js';
import { Shell } from './Shell.js';
import { SignedIn, useMay } from './session.js';
import { YearProvider } from './year.js';

export function Office(): ReactNode {
  return (
    <SignedIn>
      <Inside />
    </SignedIn>
  );
}

function Inside(): ReactNode {
  const enterprise = useMay('registry.own');
  if (enterprise) {
    location.replace('/portal');
    return null;
  }
  return (
    <Proofs>
      <YearProvider>
        <Shell />
      </YearProvider>
    </Proofs>
  );
}
