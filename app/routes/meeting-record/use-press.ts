export { usePress } from '#app/components/use-press.ts';
