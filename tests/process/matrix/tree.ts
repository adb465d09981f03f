/** The doors as they stand in the sources: every page, every method, every form, every message, every kind of room. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** `GET /threads/[id]`, `POST /threads/[id]?/reply`, in the order of the alphabet. */
export function doorsInTree(): string[] {
  const doors = new Set<string>();
  for (const file of globSync('src/routes/**/+{page.svelte,page.server.ts,server.ts}')) {
    const path = file.replaceAll('\\', '/').replace(/^src\/routes/, '');
    const route = path.replace(/\/\+[^/]+$/, '') || '/';
    if (!path.endsWith('+server.ts')) doors.add(`GET ${route}`);
    if (!path.endsWith('.ts')) continue;
    for (const [name, value] of exportsOf(parse(file)))
      if (methods.has(name)) doors.add(`${name} ${route}`);
      else if (name === 'actions')
        for (const form of keysOf(value, file)) doors.add(`POST ${route}?/${form}`);
  }
  return [...doors].sort();
}

function exportsOf(source: ts.SourceFile): [string, ts.Expression | undefined][] {
  return source.statements.flatMap((statement): [string, ts.Expression | undefined][] => {
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (exported && ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => [one.name.getText(), one.initializer]);
    if (exported && ts.isFunctionDeclaration(statement) && statement.name)
      return [[statement.name.text, undefined]];
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map((one) => [one.name.text, undefined]);
    return [];
  });
}

/** What cannot be read off the source cannot be held to the matrix: it fails, in words. */
function keysOf(value: ts.Expression | undefined, file: string): string[] {
  let literal = value;
  while (literal && (ts.isSatisfiesExpression(literal) || ts.isAsExpression(literal)))
    literal = literal.expression;
  if (!literal || !ts.isObjectLiteralExpression(literal))
    throw new Error(`${file}: write its list out as one object literal, so that the matrix can read it.`);
  return literal.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return spreadKeys(property.expression.getText(), file);
    const { name } = property;
    if (!name || ts.isComputedPropertyName(name))
      throw new Error(`${file}: give each entry its name in the literal, so that the matrix can read it.`);
    return name.text;
  });
}

/** `...floorActions`, imported by that name from a file beside it, or above it: its list is written out there. */
function spreadKeys(name: string, file: string): string[] {
  for (const statement of parse(file).statements)
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings;
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
      const from = statement.moduleSpecifier.text;
      if (!/^\.{1,2}\//.test(from) || !named.some((one) => one.getText() === name)) continue;
      const beside = join(dirname(file), from);
      const found = exportsOf(parse(beside)).find(([exported]) => exported === name);
      if (found) return keysOf(found[1], beside);
    }
  throw new Error(
    `${file}: import ...${name} by that name from a file beside it, so that the matrix can read it.`
  );
}

/** The messages that a socket may send: the first argument of each `socket.on(...)`, without the library's own. */
export function messagesInTree(): string[] {
  const heard: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'socket.on') {
      const [name] = node.arguments;
      if (!ts.isStringLiteral(name))
        throw new Error('server/socket.ts: name each message in a literal, so that the matrix can read it.');
      heard.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse('server/socket.ts'));
  return heard.filter((name) => name !== 'disconnecting').sort();
}

const listIn = (file: string, name: string) =>
  keysOf(exportsOf(parse(file)).find(([one]) => one === name)?.[1], file).sort();

export const roomsInTree = (): string[] => listIn('server/rooms.ts', 'roomKeepers');
export const documentsInTree = (): string[] => listIn('server/yjs/kinds.ts', 'keepers');
