import { m } from '#lib/paraglide/messages.js';

/** Why the document's server parted with us, in the reader's words. */
const sentences: Record<string, () => string> = {
  'not-signed-in': m.refusal_not_signed_in,
  'not-found': m.refusal_not_found,
  'no-mandate': m.refusal_no_mandate,
  'access-ended': m.refusal_access_ended,
  'read-only': m.refusal_read_only,
  'foreign-client': m.refusal_foreign_client,
  'outdated-editor': m.refusal_outdated_editor,
  'another-generation': m.refusal_another_generation,
  'document-too-large': m.refusal_document_too_large,
  'too-many-documents': m.refusal_too_many_documents,
  'too-many': m.refusal_too_many,
  malformed: m.refusal_malformed
};

export const reasonText = (reason: string): string => (sentences[reason] ?? m.refusal_not_allowed)();
