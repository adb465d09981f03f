import { newRemark, newStatement, newWindow, remarkChoice } from '#features/statements/inputs.ts';
import { postRemark } from '#features/statements/server/post-remark.ts';
import { citeRemark, hideRemark } from '#features/statements/server/rule-remark.ts';
import { setWindow } from '#features/statements/server/set-window.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { acts } from './acts.ts';

export const statementActions = {
  statement: acts(newStatement, postStatement),
  window: acts(newWindow, setWindow),
  remark: acts(newRemark, postRemark),
  citation: acts(remarkChoice, citeRemark),
  remark_removal: acts(remarkChoice, hideRemark)
};
