/** Whether the token is one that its resource may read by itself (RFC 9068), so that it can outlive what the server thinks of it. */
export function isSelfContained(token: string): boolean {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)) && token.startsWith('eyJ');
}
