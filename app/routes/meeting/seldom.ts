/** What the room asks for when it is first wanted: one file, for each on its own would be too small to ask for. */
export { AgendaDialog } from './agenda-dialog.tsx';
export { ChangeNotes } from './change-notes.tsx';
export { FacilitatorsDialog } from './facilitators-dialog.tsx';
export { KeysDialog } from './keys-dialog.tsx';
export { ScreenDialog } from './screen-dialog.tsx';
