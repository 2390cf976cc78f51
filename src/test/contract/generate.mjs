// Usage: node generate.mjs OUTPUT.json (build.mjs calls it where it is needed)
// Walks the types named in contract.ts with the TypeScript compiler and writes them as JSON Schema.
// Requests are as they travel, form-encoded: every leaf is a string. Answers and events are JSON.
// Both are closed: a property that Stripe does not publish is a violation at any depth.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('contract.ts', import.meta.url));
const output = process.argv[2];
const program = ts.createProgram([source], {
  strict: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
});
const checker = program.getTypeChecker();
const file = program.getSourceFile(source);
refuseMistakesIn(file);

const definitions = {};
const names = new Map();
const root = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'https://zabuton.invalid/stripe-contract' };
for (const [section, wire] of Object.entries({ Requests: true, Answers: false, Events: false })) {
  root[section.toLowerCase()] = schemasOf(section, wire);
}
root.$defs = definitions;
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, JSON.stringify(root));
console.log(`${Object.keys(definitions).length} types written to ${output}`);

/** A name that Stripe's package does not have would silently become "anything goes". */
function refuseMistakesIn(sourceFile) {
  const mistakes = program.getSemanticDiagnostics(sourceFile);
  if (mistakes.length > 0) {
    throw new Error(ts.formatDiagnostics(mistakes, { getCurrentDirectory: () => '.', getCanonicalFileName: (f) => f, getNewLine: () => '\n' }));
  }
}

function schemasOf(section, wire) {
  const declared = file.statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text === section);
  return Object.fromEntries(propertiesOf(checker.getTypeAtLocation(declared)).map((p) => [p.name, schemaOf(typeOf(p), wire)]));
}

function propertiesOf(type) {
  return checker.getPropertiesOfType(type);
}

function typeOf(property) {
  return checker.getTypeOfSymbolAtLocation(property, file);
}

function schemaOf(type, wire) {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (type.flags & ts.TypeFlags.Null) return wire ? { const: '' } : { type: 'null' };
  if (type.isUnion()) return unionOf(type.types, wire);
  if (type.isStringLiteral()) return { const: type.value };
  if (type.isNumberLiteral()) return { const: wire ? String(type.value) : type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return literalBoolean(type.intrinsicName, wire);
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return wire ? { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' } : { type: 'number' };
  // Stripe's client makes a class of it; on the wire it is a text.
  if (type.aliasSymbol?.name === 'Decimal') return { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0], wire) };
  if (isObject(type)) return named(type, wire);
  throw new Error(`No schema for ${checker.typeToString(type)}`);
}

function literalBoolean(name, wire) {
  return { const: wire ? name : name === 'true' };
}

/** Stripe writes enumerations as `'a' | 'b' | OtherString`: only the published values count here. */
function unionOf(members, wire) {
  const known = members.filter((m) => !(m.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) && !isOtherString(m));
  const schemas = known.map((m) => schemaOf(m, wire));
  const values = schemas.filter((s) => 'const' in s).map((s) => s.const);
  const rest = schemas.filter((s) => !('const' in s));
  const all = values.length > 0 ? [{ enum: values }, ...rest] : rest;
  if (all.length === 0) return { not: {} };
  return all.length === 1 ? all[0] : { anyOf: all };
}

function isOtherString(type) {
  return type.isIntersection() && type.types.some((t) => t.flags & ts.TypeFlags.String);
}

function isObject(type) {
  return Boolean(type.flags & ts.TypeFlags.Object) || type.isIntersection();
}

function named(type, wire) {
  const key = `${wire ? 'wire' : 'json'}:${type.id}`;
  if (!names.has(key)) {
    names.set(key, `${wire ? 'wire' : 'json'}.${type.symbol?.name ?? 'type'}.${type.id}`);
    definitions[names.get(key)] = {};
    definitions[names.get(key)] = objectOf(type, wire);
  }
  return { $ref: `#/$defs/${names.get(key)}` };
}

function objectOf(type, wire) {
  const properties = propertiesOf(type);
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map((p) => [p.name, schemaOf(typeOf(p), wire)])),
    required: properties.filter((p) => !(p.flags & ts.SymbolFlags.Optional)).map((p) => p.name),
    additionalProperties: index ? schemaOf(index.type, wire) : false,
  };
}
