import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { withdrawRegistration } from '#features/registration/server/withdraw-registration.ts';
import { sessionAct, sessionOnly } from '#features/sessions/inputs.ts';
import { acts } from './acts.ts';

export const registrationActions = {
  registration: acts(sessionAct, registerForSession),
  withdrawal: acts(sessionOnly, withdrawRegistration)
};
