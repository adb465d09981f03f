/** Whether this is text and not bytes: no control characters but tab and line feed, no half of a surrogate pair. */
export const isText = (text: string): boolean =>
  !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.test(text) && text.isWellFormed();
