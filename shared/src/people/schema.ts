// A person as a cookie, a file or a frame carries one.

import { hasArea } from '../geography/index.ts';
import { z } from '../zod.ts';
import { PERSON_NAME, roles } from './roles.ts';
import type { Person, RoleId } from './types.ts';

const roleIds = roles.map(({ id }) => id);

export const roleSchema: z.ZodType<RoleId> = z.enum(roleIds, `is not a role: one of ${roleIds.join(', ')}`);

export const personSchema = z.object({
  name: z.string().regex(PERSON_NAME, 'is not a name: 1 to 40 letters, digits, dots, underscores or dashes'),
  role: roleSchema,
  area: z.string().refine(hasArea, 'is not the code of an area'),
}) satisfies z.ZodType<Person>;
