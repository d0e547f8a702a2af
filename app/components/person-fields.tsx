import { SelectField, TextField, Tick } from './field.tsx';

/** What an administrator says of a person besides their address. Shared by inviting one and changing one. */
export function PersonFields({
  given,
  problems,
  teams,
  onTeams,
}: {
  given: { name?: string; startedOn?: string | null; role?: string };
  problems: Readonly<Record<string, string>>;
  teams: readonly { id: string; name: string }[];
  onTeams: readonly string[];
}) {
  return (
    <>
      <TextField label="Name" name="name" required defaultValue={given.name} refused={problems.name} />
      <div className="field-row">
        <TextField
          label="Started on"
          name="startedOn"
          type="date"
          hint="Shows how new people were when something happened."
          defaultValue={given.startedOn ?? ''}
          refused={problems.startedOn}
        />
        <SelectField label="May do" name="role" defaultValue={given.role ?? 'member'} refused={problems.role}>
          <option value="member">Member</option>
          <option value="administrator">Administrator</option>
        </SelectField>
      </div>
      {teams.length > 0 && (
        <fieldset className="field">
          <legend>Teams</legend>
          <div className="ticks">
            {teams.map((team) => (
              <Tick key={team.id} name="teams[]" value={team.id} defaultChecked={onTeams.includes(team.id)}>
                {team.name}
              </Tick>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
