import { useEffect, useRef } from 'react';
import { useNavigation } from 'react-router';
import { readTabWords, writeTabWords } from '#app/components/tab-words.ts';
import { withoutTurns } from '#domain/plain-line.ts';

interface KeptForm {
  /** Says the person, so that another who signs in here finds nothing of it. */
  name: string;
  /** The field with the words. */
  field: string;
  /** A box beside it that goes with the words. */
  tick?: string;
  /** Whether the page shows these words as kept. */
  isThere: (words: string) => boolean;
  /** Once the form was emptied. */
  onKept?: (form: HTMLFormElement) => void;
}

/**
 * For a form of this page: what is typed waits in this tab, also when the page is left or comes anew, and goes once it was sent and
 * the page shows it. What was typed on meanwhile stays. The fields are the browser's own, so that the form works without JavaScript.
 */
export function useKeptWords({ name, field, tick, isThere, onKept }: KeptForm) {
  const form = useRef<HTMLFormElement>(null);
  const { state, formData } = useNavigation();
  const sent = useRef<string | null>(null);
  const isOnItsWay = typeof formData?.get(field) === 'string';
  const isKept = useRef(isThere);
  isKept.current = isThere;
  useEffect(() => {
    const { words, box } = partsOf(form.current, field, tick);
    if (words === null) return;
    const left = readTabWords(name);
    // typed before this script came, or refused and come back
    if (words.value !== '') writeTabWords(name, words.value);
    else if (left !== null && !isKept.current(asKept(left))) {
      words.value = left;
      if (box) box.checked = readTabWords(`${name}:ticked`) !== null;
    } else writeTabWords(name, null);
  }, [name, field, tick]);
  useEffect(() => {
    if (isOnItsWay) sent.current = asKept(String(formData?.get(field)));
    if (state !== 'idle' || sent.current === null) return;
    const { words } = partsOf(form.current, field, tick);
    const isTaken = isThere(sent.current);
    if (isTaken && words && asKept(words.value) === sent.current) {
      form.current?.reset();
      words.value = '';
      for (const each of [name, `${name}:ticked`]) writeTabWords(each, null);
      if (form.current) onKept?.(form.current);
    }
    sent.current = null;
  }, [state, isOnItsWay, formData, name, field, tick, isThere, onKept]);
  const onInput = () => {
    const { words, box } = partsOf(form.current, field, tick);
    writeTabWords(name, words?.value || null);
    writeTabWords(`${name}:ticked`, box?.checked ? 'on' : null);
  };
  return { ref: form, onInput };
}

const partsOf = (form: HTMLFormElement | null, field: string, tick: string | undefined) => {
  const words = form?.elements.namedItem(field);
  const box = tick === undefined ? null : form?.elements.namedItem(tick);
  return {
    words: words instanceof HTMLTextAreaElement ? words : null,
    box: box instanceof HTMLInputElement ? box : null,
  };
};

/** As the door keeps them. */
const asKept = (words: string): string => withoutTurns(words).replace(/\r\n?/g, '\n').trim();
