/** Everybody active, with whether they are on the team and whether they lead it. */
export const MemberTicks = ({
  people,
}: {
  people: readonly { id: string; name: string; isMember: boolean; leads: boolean }[];
}) => (
  <table className="member-ticks">
    <caption>Who leads a team matters for an analyst’s stance, nothing else.</caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">On it</th>
        <th scope="col">Leads</th>
      </tr>
    </thead>
    <tbody>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">{person.name}</th>
          <td>
            <input
              type="checkbox"
              name="members[]"
              value={person.id}
              defaultChecked={person.isMember}
              aria-label={`${person.name} is on it`}
            />
          </td>
          <td>
            <input
              type="checkbox"
              name="leads[]"
              value={person.id}
              defaultChecked={person.leads}
              aria-label={`${person.name} leads it`}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
