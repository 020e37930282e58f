// A reason not to start, in words for the person at the machine; printed without a stack trace.
export class Refusal extends Error {}
