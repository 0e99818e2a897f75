/** 再看 — the next page of a list that is not a grid; when it does not come, that is said. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { TroubleLine } from './states.js';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: unknown;
  fetchNextPage(): unknown;
}

export function More({ list, words = '再看以前的' }: { readonly list: Pages; readonly words?: string }): ReactNode {
  if (!list.hasNextPage) return null;
  return (
    <>
      {list.isFetchNextPageError && <TroubleLine error={list.error} />}
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {words}
      </Button>
    </>
  );
}
