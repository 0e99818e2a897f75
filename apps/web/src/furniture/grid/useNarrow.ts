/** 窄屏 — a phone held upright. */
import { useSyncExternalStore } from 'react';

const query = '(max-width: 720px)';

export const useNarrow = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(query).matches);

function listen(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
