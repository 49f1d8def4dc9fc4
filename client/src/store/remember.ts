// The last answer of a reckoning, kept while what it is made of stays the same.

/** `reckon`, asked again only when an argument is another one (by identity). For selectors, which are asked with every frame. */
export function remember<A extends readonly unknown[], R>(reckon: (...made: A) => R): (...made: A) => R {
  let last: { of: A; answer: R } | null = null;
  return (...made) => {
    if (last === null || made.some((one, at) => !Object.is(one, last!.of[at])))
      last = { of: made, answer: reckon(...made) };
    return last.answer;
  };
}
