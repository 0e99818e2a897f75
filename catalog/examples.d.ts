import { type PlainTable } from '@muheng/engine';
import { type Scheme, type SchemeRead } from '@muheng/scheme';
import { z } from 'zod';
export declare const presets: readonly string[];
/** A preset as it stands, or with its scheme text edited. */
export declare function readPreset(id: string, edit?: (text: string) => string): SchemeRead;
export declare function getScheme(id: string): Scheme;
/** Printed `"105.7041"`: equal when rounded to its decimals; a bare number: equal; null: none. */
declare const printed: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>;
declare const rows: z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>>>]>;
declare const exampleShape: z.ZodObject<{
    name: z.ZodString;
    demand: z.ZodArray<z.ZodString>;
    year: z.ZodInt;
    facts: z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>>>]>;
    change: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>>>>;
    tables: z.ZodOptional<z.ZodRecord<z.ZodEnum<{
        decisions: "decisions";
        events: "events";
        history: "history";
        lists: "lists";
        meters: "meters";
        occupancy: "occupancy";
        titles: "titles";
    }> & z.core.$partial, z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>>>]>>>;
    expect: z.ZodObject<{
        findings: z.ZodOptional<z.ZodArray<z.ZodString>>;
        cuts: z.ZodOptional<z.ZodArray<z.ZodObject<{
            pool: z.ZodString;
            grade: z.ZodString;
            places: z.ZodInt;
        }, z.core.$strict>>>;
        subjects: z.ZodRecord<z.ZodString, z.ZodObject<{
            group: z.ZodOptional<z.ZodString>;
            status: z.ZodOptional<z.ZodString>;
            total: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
            rank: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
            computedGrade: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            grade: z.ZodOptional<z.ZodNullable<z.ZodString>>;
            indicators: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
                value: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
                benchmark: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
                score: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
            }, z.core.$strict>>>;
            bonus: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
}, z.core.$strict>;
export type Example = z.infer<typeof exampleShape> & {
    readonly scheme: string;
    readonly file: string;
};
export type Printed = z.infer<typeof printed>;
export declare function examplesOf(scheme: string): readonly Example[];
/** The facts of an example, with its changes. */
export declare function factsOf(example: Example): PlainTable;
/** Rows as a plain table: written there, or in a CSV file named relative to the example. */
export declare function tableOf(example: Example, written: z.infer<typeof rows>): PlainTable;
/** Whether a computed number prints as the example says. */
export declare function prints(expected: Printed, actual: number | null): boolean;
export {};
//# sourceMappingURL=examples.d.ts.map