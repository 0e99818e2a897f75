/** Every file that the departments hand in for three years, in the order of delivery. */
import type { FileFormat, FileSpec } from '../table.js';
import { dataYears } from '../truth.js';
import { emissionsFile, waterFile } from './environment.js';
import { certificatesFile, leasesFile } from './landRegistry.js';
import { creditFile, registerFile } from './market.js';
import { powerFile, splitsFile } from './powerCompany.js';
import { energyFile, statisticsFile } from './statistics.js';
import { taxFiles } from './tax.js';
import { researchFile, titlesFile } from './technology.js';

export const departmentFiles: readonly FileSpec[] = [
  registerFile,
  ...dataYears.flatMap(taxFiles),
  certificatesFile,
  leasesFile,
  ...dataYears.map(powerFile),
  splitsFile,
  ...dataYears.map(waterFile),
  ...dataYears.map(statisticsFile),
  energyFile,
  ...dataYears.map(emissionsFile),
  ...dataYears.map(researchFile),
  titlesFile,
  creditFile,
];

/** The same ledgers as CSV only: what holds a hundred thousand rows and can be written as it is made. */
export const departmentCsvFiles: readonly FileSpec[] = departmentFiles.flatMap((file) =>
  file.sheets.map(
    (sheet): FileSpec => ({
      ...file,
      name: file.sheets.length === 1 ? file.name : `${file.name}-${sheet.name}`,
      format: file.format === 'xlsx' || file.format === 'xls' ? 'csv_utf8_bom' : file.format,
      sheets: [sheet],
    }),
  ),
);

const endings: Readonly<Record<FileFormat, string>> = {
  xlsx: 'xlsx',
  xls: 'xls',
  csv_gb18030: 'csv',
  csv_utf8_bom: 'csv',
  csv_utf8: 'csv',
};

export const pathOf = (file: FileSpec): string => `${file.department}/${file.name}.${endings[file.format]}`;
