/** What others use of the house: the command line, the demonstration, benches. */
export { type MadeOffice, makeOffice, type NewOffice } from './corridors/people/makeOffice.js';
export { type Role, roles, roleTable } from './corridors/people/roles.js';
export type { IdentityConfig } from './corridors/people/signIn/identity.js';
export { makeOneTimeLink } from './corridors/people/signIn/links.js';
export { buildDemonstration, type Demonstration } from './demonstration/buildDemonstration.js';
export { type CheckResult, type DoctorReport, type DoctorWish, examine } from './doctor/examine.js';
export { openDoor } from './door/openDoor.js';
export type { DoorLimits, DoorOptions } from './door/options.js';
export { type Action, type Asked, perform } from './forms/action.js';
export type { Actor, House, Origin } from './forms/house.js';
export { Refusal } from './forms/refusal.js';
export { type HouseWish, type OpenedHouse, openHouse } from './openHouse.js';
export { isLoopback, type Served, type ServeWish, serve, usualPort } from './serve.js';
