// Parameters of a request, parsed at the door. Throws ProblemError with a sentence that names the parameter.
import { z } from '../zod.ts';
import { malformed, ProblemError } from './problems.ts';

/** A whole number in text, from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `is less than ${least}`).max(most, `is more than ${most}`));

/** What a request gives, by the schema; throws ProblemError 400 for the first thing that is wrong. */
export function read<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.');
  const detail = [where, issue?.message ?? 'is wrong'].filter((part) => part !== undefined && part !== '').join(': ');
  throw new ProblemError(malformed(detail));
}
