import { createContext, useContext } from 'react';
import { useRoot } from './use-root.ts';

/** This answer's CSP nonce while rendering on the server, also where no loader ran (an address nobody has). */
export const NonceOfAnswer = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => {
  const own = useContext(NonceOfAnswer);
  return useRoot()?.nonce ?? own;
};
