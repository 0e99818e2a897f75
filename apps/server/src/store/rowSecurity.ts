/** 行级隔离 — the SQL that every table of an office gets in its migration. @source trust R16 */

/** Only rows of the office of the transaction, for reading and writing, for the owner of the table too. */
export const ofOffice = (table: string): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY of_office ON ${table} USING (office_id = nullif(current_setting('muheng.office', true), '')::uuid);
`;

/** Besides, only rows whose subject the reader reaches: `region` and `subject` name the columns that say where a row belongs. */
export const ofReach = (table: string, { region, subject }: { readonly region: string; readonly subject: string }): string => `
CREATE POLICY of_reach ON ${table} AS RESTRICTIVE USING (
  CASE current_setting('muheng.reach', true)
    WHEN 'office' THEN true
    WHEN 'regions' THEN ${region} = ANY (current_setting('muheng.reach_ids')::uuid[])
    WHEN 'subjects' THEN ${subject} = ANY (current_setting('muheng.reach_ids')::uuid[])
    ELSE false
  END
);
`;

export const grant = (table: string, rights: string): string => `GRANT ${rights} ON ${table} TO muheng_app;\n`;
