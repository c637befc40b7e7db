/** Days before the day of the answer on which the company is first reminded. */
export const remindedBefore = 3;
/** Days after the candidate was told of the delay until the application closes. */
export const closesAfter = 15;
/** Days after an interview until both are told that nothing was decided. */
export const decidesWithin = 60;
/** Days after they were told until the application closes without a decision. */
export const undecidedClosesAfter = 30;
/** Days after a meeting during which nobody is pressed for a decision; before it nobody is either. */
export const thinksFor = 14;
