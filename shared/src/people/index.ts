export { deeds, permissions } from './permissions.ts';
export { refusalText } from './refusalText.ts';
export { type DeedRefusal, isInArea, levelOfPerson, refuseDeed } from './refuseDeed.ts';
export { isReservedName, OPERATOR_NAME, PERSON_NAME, roleOf, roles } from './roles.ts';
export { personSchema, roleSchema } from './schema.ts';
export type { Deed, Person, Role, RoleId } from './types.ts';
