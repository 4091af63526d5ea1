/**
 * The only gate through which an address may become a script: this app's own origin. With the header
 * `require-trusted-types-for 'script'` a browser that knows Trusted Types holds the page and the worker to it.
 */

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }

trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin === location.origin) return address
    throw new TypeError(`not a script of this app: ${address}`)
  },
})
