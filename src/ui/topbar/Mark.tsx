/** The mark: a plot of ground with three grains of dust. The same as public/favicon.svg. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2.5 20.5 6 9.5h12l3.5 11z" fill="#d9480f" fillOpacity="0.55" stroke="#a63a0a" strokeWidth="1.4" />
      <path d="M4.3 15h15.4M12 9.5v11" stroke="#a63a0a" strokeWidth="1.1" />
      <g fill="currentColor">
        <circle cx="8" cy="6" r="1.3" />
        <circle cx="12.6" cy="3.4" r="1.6" />
        <circle cx="16.6" cy="6.4" r="1.1" />
      </g>
    </svg>
  );
}
