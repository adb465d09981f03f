import { newStatement } from '#features/statements/inputs.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { acts } from './acts.ts';

export const statementActions = { statement: acts(newStatement, postStatement) };
