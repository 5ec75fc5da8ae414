// What a call needs of the session, without knowing the store that keeps it.
interface SessionKeeper {
  csrf_token(): string | undefined;
  // Resolves once somebody has signed in again, to false where nobody will.
  sign_in_again(): Promise<boolean>;
}

export const session_keeper: SessionKeeper = {
  csrf_token: () => undefined,
  sign_in_again: () => Promise.resolve(false),
};
