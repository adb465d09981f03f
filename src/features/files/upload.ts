import type { FileView } from './files.ts';

export type Sent = { file: FileView } | { refused: string } | { lost: true };

/**
 * Sends one file and tells how much of it has gone. XMLHttpRequest, because `fetch` does not tell. The bytes are the
 * body; the name is in a header that no form of another site can send.
 */
export function sendFile(
  file: File,
  told: (share: number) => void
): { sent: Promise<Sent>; stop: () => void } {
  const request = new XMLHttpRequest();
  const sent = new Promise<Sent>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = request.onabort = () => resolve({ lost: true });
  });
  request.open('POST', '/files');
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
  request.send(file);
  return { sent, stop: () => request.abort() };
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  try {
    const answer = JSON.parse(responseText) as FileView & { text: string };
    return status === 201 ? { file: answer } : { refused: answer.text };
  } catch {
    return { lost: true };
  }
}

export const takeBack = (id: string): void =>
  void fetch(`/files/${id}`, { method: 'DELETE' }).catch(() => undefined);
