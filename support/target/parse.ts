import { LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { checkWhole } from './checks.js';
import { draftOf, type TargetDraft } from './draft.js';
import type { TargetFault } from './fault.js';
import { targetFile } from './file-shape.js';
import { homesOf } from './homes.js';
import type { Environment } from './interpolate.js';
import { defaultProfiles, type ProfileName } from './profiles.js';
import { Places } from './places.js';
import { Reading } from './reading.js';
import { nestedTooDeeply, nothingInside, syntaxFault, unlikeText } from './syntax.js';

const homes = homesOf(targetFile.schema);

export type ParsedTarget = { readonly target: TargetDraft; readonly places: Places } | { readonly faults: readonly TargetFault[] };

export interface ParseOptions {
  /** How faults name the file. */
  readonly file: string;
  readonly environment: Environment;
  /** Of the command line; they stand instead of the file's. */
  readonly profiles?: readonly ProfileName[];
}

/**
 * Reads the text of a target file, YAML or JSON. Never throws: whatever is wrong is told in faults, in the order of the
 * file, and no fault holds a secret.
 */
export function parseTarget(text: string, options: ParseOptions): ParsedTarget {
  const unlike = unlikeText(text, options.file);
  if (unlike !== undefined) return { faults: [unlike] };
  const lines = new LineCounter();
  const document = documentOf(text, lines);
  if (document === undefined) return { faults: [nestedTooDeeply(options.file)] };
  const broken = syntaxFault(document, lines, options.file);
  if (broken !== undefined) return { faults: [broken] };
  return document.contents === null ? { faults: [nothingInside(options.file)] } : contentsOf(document, document.contents, lines, options);
}

function documentOf(text: string, lines: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  } catch (error) {
    // The library recurses: nesting without end exhausts the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function contentsOf(document: Document.Parsed, contents: Node, lines: LineCounter, options: ParseOptions): ParsedTarget {
  const reading = new Reading(options.file, options.environment, document, lines, homes);
  reading.note('', contents);
  const file = targetFile.read(contents, '', reading);
  if (file !== undefined) {
    const profiles = options.profiles ?? (file.profiles?.length ? file.profiles : defaultProfiles(file.scope));
    checkWhole(file, profiles, reading);
    const names = (file.clients ?? []).map(({ client_id }) => client_id);
    if (reading.faults.length === 0) return { target: draftOf(file, profiles), places: new Places(options.file, reading.places, names) };
  }
  return { faults: reading.faults.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
