import { useEffect, useRef, useState } from 'react';
import { useNavigation } from 'react-router';

/**
 * The key of a form that is emptied by what was sent from here, never by what others do meanwhile.
 * @param intent what its button is called in the form
 * @param refused the sentence with which it came back; its words stay then
 */
export function useEmptied(intent: string, refused: string | undefined): number {
  const { state, formData } = useNavigation();
  const [sent, setSent] = useState(0);
  const isSent = useRef(false);
  useEffect(() => {
    if (state !== 'idle') {
      if (formData?.get('intent') === intent) isSent.current = true;
      return;
    }
    if (isSent.current && refused === undefined) setSent((count) => count + 1);
    isSent.current = false;
  }, [state, formData, intent, refused]);
  return sent;
}
