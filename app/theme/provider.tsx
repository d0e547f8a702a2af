import { ColorSchemeScript, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import './faces.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/global.css';
import './tokens.css';
import './base.css';
import './controls.css';
import './bars.css';
import './marks.css';
import './said.css';
import './pages.css';
import { cssVariablesResolver, theme } from './theme.ts';

/** Goes into `<head>`: sets the scheme before the first paint, so nothing flashes. */
export const ThemeScript = ({ nonce }: { nonce?: string | undefined }) => (
  <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
);

/** Attributes of `<html>`: the scheme script changes one of them before React arrives. */
export const themedHtml = { suppressHydrationWarning: true, 'data-mantine-color-scheme': 'light' } as const;

/** Goes around everything in `<body>`. `nonce` is needed on the server only; a browser reads it from the page. */
export function Theme({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => (typeof document === 'undefined' ? (nonce ?? '') : pageNonce())}
    >
      {children}
    </MantineProvider>
  );
}

/** The nonce of the page as it was loaded: a later navigation's loader would bring another one, which the page does not accept. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
