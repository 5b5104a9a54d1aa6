/** Whether a URL's hostname is this machine's own: 127.0.0.0/8, ::1 or a name of localhost (RFC 6761 §6.3). */
export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d{1,3}){3}|\[?::1\]?|(.+\.)?localhost\.?)$/i.test(hostname);
}
