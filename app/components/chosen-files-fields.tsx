import { Field } from './field.tsx';

/** Files, or a whole folder, to import. The same fields stand on the import page and beside a review's evidence. */
export const ChosenFilesFields = ({ accept, hint }: { accept: string; hint: string }) => (
  <>
    <Field label="Files" hint={hint}>
      {(wired) => <input type="file" name="files" multiple accept={accept} className="input" {...wired} />}
    </Field>
    <Field label="Or a whole folder">
      {(wired) => (
        <input type="file" name="folder" multiple className="input" {...wired} {...{ webkitdirectory: '' }} />
      )}
    </Field>
  </>
);
