/** One field of a form as it was sent, with the words beside it. */
export interface SentField {
  name: string;
  label: string;
  value: string;
  /** Typed by a person, so worth reading again; the rest belongs to the form. */
  isTyped: boolean;
}

export interface Sent {
  to: string;
  fields: SentField[];
  /** False where something cannot be sent a second time: a file, a password. */
  isWhole: boolean;
}

let last: Sent | null = null;

/** Listens to every form of this page, so that what was sent can be shown should nothing come of it. Gives the way to stop. */
export function rememberSent(): () => void {
  const note = (event: SubmitEvent) => {
    if (event.target instanceof HTMLFormElement) last = sentBy(event.target, event.submitter);
  };
  document.addEventListener('submit', note, { capture: true });
  return () => document.removeEventListener('submit', note, { capture: true });
}

/** The form this page sent last; null when it has sent none, or one that changes nothing. */
export const lastSent = (): Sent | null => last;

function sentBy(form: HTMLFormElement, submitter: HTMLElement | null): Sent | null {
  const own = submitter?.getAttribute('formmethod') ?? form.method;
  if (own.toLowerCase() !== 'post') return null;
  const fields: SentField[] = [];
  let isWhole = true;
  for (const [name, value] of new FormData(form, submitter)) {
    const control = form.elements.namedItem(name);
    const isSecret = control instanceof HTMLInputElement && control.type === 'password';
    if (typeof value !== 'string' || isSecret) isWhole = false;
    else fields.push({ name, value, ...aboutControl(control) });
  }
  return { to: submitter?.getAttribute('formaction') ?? form.action, fields, isWhole };
}

const TYPED = new Set(['text', 'search', 'url', 'email', 'tel']);

function aboutControl(control: Element | RadioNodeList | null): Pick<SentField, 'label' | 'isTyped'> {
  const isArea = control instanceof HTMLTextAreaElement;
  const isLine = control instanceof HTMLInputElement && TYPED.has(control.type);
  if (!isArea && !isLine) return { label: '', isTyped: false };
  return { label: control.labels?.[0]?.textContent?.trim() ?? '', isTyped: true };
}
