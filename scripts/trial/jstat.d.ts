// The one function of the library that we call.
declare module 'jstat' {
  export const jStat: {
    studentt: {
      /** Quantile of Student's t. `share`: 0 to 1. */
      inv(share: number, degreesOfFreedom: number): number;
    };
  };
}
