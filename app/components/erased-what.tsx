/** What erasing a person does, in the same words wherever it is offered (P12). */
export const ErasedWhat = () => (
  <>
    <p>
      Gone for good: name, address, every way in, attendance, reads, private notes, and ideas that are still
      sealed. Counts follow at their next change.
    </p>
    <p>
      What others read stays, in history too, and from now on it is by “a former member”: write-ups, comments,
      captures, opened ideas. Open action items go back to undecided. Where words of others hold the name, the
      analysts of those reviews are asked to look through them.
    </p>
    <p>Backups made earlier keep all of it until they are deleted. This server’s own age out.</p>
  </>
);
