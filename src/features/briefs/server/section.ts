/** A section: its heading, the guidance under it, and for some a table whose first row says what each column holds. */
export interface Section {
  heading: string;
  guidance: string;
  columns?: string[];
  parts?: Section[];
}
