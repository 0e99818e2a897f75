/** 组件外观 — antd in our colours and in Chinese, popups inside the dialog they belong to, styles with the page's nonce. */
import { theme as antTheme, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useSyncExternalStore } from 'react';
import { currentTheme, onTheme, type Theme } from './preference.js';

dayjs.locale('zh-cn');

const colours: Readonly<Record<Theme, Record<string, string>>> = {
  light: {
    colorPrimary: '#0b5a7a',
    colorBgContainer: '#ffffff',
    colorText: '#1b242b',
    colorBorder: '#b9c2c7',
    colorError: '#a61b1b',
    colorLink: '#0b5a7a',
  },
  dark: {
    colorPrimary: '#5aaccb',
    colorBgContainer: '#1a2126',
    colorText: '#e4eaee',
    colorBorder: '#4a5862',
    colorError: '#f5a097',
    colorLink: '#76c0dd',
  },
};

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export function AntTheme({ children }: { readonly children: ReactNode }): ReactNode {
  const theme = useSyncExternalStore(onTheme, currentTheme);
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce }}
      getPopupContainer={(node) => node?.closest('dialog') ?? document.body}
      theme={{
        algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: { ...colours[theme], borderRadius: 4, fontSize: 14, fontFamily: 'var(--font)', motion: false, wireframe: false },
      }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
