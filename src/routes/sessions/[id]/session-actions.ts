import { itemChoice, sessionAct } from '#features/sessions/inputs.ts';
import { closeItem } from '#features/sessions/server/close-item.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { acts } from './acts.ts';

export const sessionActions = {
  opening: acts(sessionAct, openSession),
  item: acts(itemChoice, openItem),
  item_closure: acts(itemChoice, closeItem)
};
