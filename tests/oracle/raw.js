/** Maps and lists of the file that are one value for all groups or one for each. */
export function ofGroup(value, group, isOne) {
    return isOne(value) ? value : value[group];
}
export const isNumber = (value) => typeof value === 'number';
export const numberFor = (value, group) => ofGroup(value, group, isNumber);
//# sourceMappingURL=raw.js.map