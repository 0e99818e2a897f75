/** 办公端的开始 — theme before the first picture, then the pages. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { asProblem } from '../api/problem.js';
import { Toasts } from '../furniture/Toast.js';
import { AntTheme } from '../theme/AntTheme.js';
import { applyTheme } from '../theme/preference.js';
import '../theme/base.css';
import { fetchPages, makeRouter } from './router.js';

applyTheme();
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // Without a network a page says so at once instead of waiting for it.
      networkMode: 'always',
      retry: (count, error) => asProblem(error).kind === 'offline' && navigator.onLine && count < 2,
    },
    mutations: { networkMode: 'always' },
  },
});
const router = makeRouter();
const place = document.getElementById('root');
if (place !== null)
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <AntTheme>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </AntTheme>
    </QueryClientProvider>,
  );
setTimeout(() => void fetchPages(), 3_000);
