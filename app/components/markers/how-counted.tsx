/** What stands behind every picture of markers, in the same words on both pages. */
export const HowCounted = () => (
  <details className="how-counted">
    <summary>How each is counted</summary>
    <p>
      Attendance is what people stated themselves, and nothing else; who said nothing is not counted. Figures
      appear a day after a meeting and change once a day at most, by three or more of a kind, or after thirty
      days: watching them tells nothing about anyone.
    </p>
    <p>
      One or two of a kind are “a few”, all but one or two are “nearly everybody”, and where fewer than three
      people could be meant, nothing is shown. A name stands here only by its owner’s choice, and then is not
      in the count.
    </p>
    <p>
      A reader had the page before their eyes for twenty seconds and did not write it. Each is counted once a
      week, and a week is shown when it is over. Closest are the teams nearest to what happened, as they were
      on the day.
    </p>
  </details>
);

export const LeftOut = () => (
  <span>
    Left out on purpose: time to repair, severity, how many incidents. They would not tell us whether anyone
    learned.
  </span>
);
